package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import java.util.List;

/**
 * How many bytes a task may hold of what it reads: pages that are requested, pages that have arrived, and chunks that wait to be handed
 * to Connect, over all resources. Bytes are those of JSON as a tree, as an estimate. Safe for use by several threads.
 */
public final class MemoryBudget {

    private static final int PER_NODE = 40;

    private final long most;
    private long used;

    /** @param most what may be held; what cannot be divided may be larger */
    public MemoryBudget(long most) {
        this.most = most;
    }

    /** How much memory JSON takes, as an estimate that is good for a bound. */
    static long sizeOf(JsonNode json) {
        if (json.isTextual()) {
            return PER_NODE + 2L * json.textValue().length();
        }
        long bytes = PER_NODE;
        for (JsonNode child : json) {
            bytes += PER_NODE + sizeOf(child);
        }
        return bytes;
    }

    long most() {
        return most;
    }

    /** @param bytes less than 0 for what is no longer held */
    synchronized void add(long bytes) {
        used += bytes;
    }

    private boolean hasRoomFor(long bytes) {
        return used + bytes <= most;
    }

    /**
     * The pages of one reader, which asks for several at once. How large they are it learns from those that came: so the first is
     * requested alone. One page is always allowed, however large it is and whatever others hold.
     */
    public final class Pages {

        /** Text takes about so much more as a tree. */
        private static final int TREE = 4;

        /** So slowly pages are expected to be smaller than those before. */
        private static final int SLOWNESS = 8;

        private long expected;
        private int held;
        private int arriving;

        /** A share for one page more; null if it has to wait until a page that this reader holds is released. */
        public Share next() {
            synchronized (MemoryBudget.this) {
                boolean mayHold = held == 0 || (expected > 0 && hasRoomFor(expected));
                return mayHold ? new Share(this) : null;
            }
        }

        /** How many pages there is room for now, at most so many; at least one. */
        public int upTo(int wanted) {
            synchronized (MemoryBudget.this) {
                return expected == 0 ? 1 : (int) Math.max(1, Math.min(wanted, (most - used) / expected));
            }
        }

        /** A share for one page more, whatever there is room for. */
        public Share one() {
            synchronized (MemoryBudget.this) {
                return new Share(this);
            }
        }
    }

    /** The pages of one more reader. */
    public Pages newPages() {
        return new Pages();
    }

    /** What one page takes: as much as pages are expected to, until it has arrived; more only if there is room. */
    public final class Share implements AnswerRoom {

        private final Pages pages;
        private long reserved;
        private long taken;
        private boolean isArriving = true;
        private boolean isRefused;
        private boolean isReleased;

        private Share(Pages pages) {
            this.pages = pages;
            pages.held++;
            pages.arriving++;
            reserve(pages.expected);
        }

        /** Gives way to others, unless no other page of its reader is arriving. */
        @Override
        public boolean takes(long bytes) {
            synchronized (MemoryBudget.this) {
                if (isRefused || isReleased) {
                    return false;
                }
                taken += bytes * Pages.TREE;
                isRefused = taken > reserved && pages.arriving > 1 && !hasRoomFor(taken - reserved);
                if (isRefused) {
                    pages.expected = Math.max(pages.expected, 2 * taken);
                    arrived();
                    reserve(0);
                } else {
                    reserve(Math.max(reserved, taken));
                }
                return !isRefused;
            }
        }

        /** Whether the page was given up since there was no room: it is to be requested again. */
        public boolean isRefused() {
            synchronized (MemoryBudget.this) {
                return isRefused;
            }
        }

        /** The page has arrived, and this is what is left of it. */
        public void holds(List<JsonNode> rows) {
            long bytes = rows.stream().mapToLong(MemoryBudget::sizeOf).sum();
            synchronized (MemoryBudget.this) {
                arrived();
                reserve(bytes);
                long whole = Math.max(1, Math.max(bytes, taken));
                pages.expected = Math.max(whole, pages.expected - (pages.expected - whole) / Pages.SLOWNESS);
            }
        }

        /** The page is held no longer. May be called again. */
        public void release() {
            synchronized (MemoryBudget.this) {
                if (!isReleased) {
                    isReleased = true;
                    arrived();
                    reserve(0);
                    pages.held--;
                }
            }
        }

        private void arrived() {
            if (isArriving) {
                isArriving = false;
                pages.arriving--;
            }
        }

        private void reserve(long bytes) {
            used += bytes - reserved;
            reserved = bytes;
        }
    }
}
