package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import java.util.List;

/**
 * Limits the bytes that a task holds of what it reads: requested pages, received pages, and chunks queued for Connect,
 * over all resources. Bytes are an estimate of parsed JSON. Thread-safe.
 */
public final class MemoryBudget {

    private static final int PER_NODE = 40;

    private final long most;
    private long used;

    /** @param most the limit in bytes; what cannot be divided may exceed it */
    public MemoryBudget(long most) {
        this.most = most;
    }

    /** Estimates the memory of parsed JSON, with sufficient accuracy for a limit. */
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

    /** @param bytes negative for what is released */
    synchronized void add(long bytes) {
        used += bytes;
    }

    private boolean hasRoomFor(long bytes) {
        return used + bytes <= most;
    }

    /**
     * The pages of one reader, which requests several at once. The expected size is derived from received pages, so the
     * first page is requested alone. One page is always allowed, regardless of its size and of what others hold.
     */
    public final class Pages {

        /** The factor by which parsed text is larger. */
        private static final int TREE = 4;

        /** The divisor by which the expected size shrinks after smaller pages. */
        private static final int SLOWNESS = 8;

        private long expected;
        private int held;
        private int arriving;

        /** A share for one more page; null if it has to wait until this reader releases a page. */
        public Share next() {
            synchronized (MemoryBudget.this) {
                boolean mayHold = held == 0 || (expected > 0 && hasRoomFor(expected));
                return mayHold ? new Share(this) : null;
            }
        }

        /** How many pages there is room for now: at least one, at most the given number. */
        public int upTo(int wanted) {
            synchronized (MemoryBudget.this) {
                return expected == 0 ? 1 : (int) Math.max(1, Math.min(wanted, (most - used) / expected));
            }
        }

        /** A share for one more page, regardless of the room. */
        public Share one() {
            synchronized (MemoryBudget.this) {
                return new Share(this);
            }
        }
    }

    /** The pages of another reader. */
    public Pages newPages() {
        return new Pages();
    }

    /** The memory of one page: the expected size until it has been received; more only if there is room. */
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

        /** Refuses if there is no room, unless no other page of its reader is being received. */
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

        /** Whether the page was given up for lack of room: it must be requested again. */
        public boolean isRefused() {
            synchronized (MemoryBudget.this) {
                return isRefused;
            }
        }

        /** The page was received; these are its rows. */
        public void holds(List<JsonNode> rows) {
            long bytes = rows.stream().mapToLong(MemoryBudget::sizeOf).sum();
            synchronized (MemoryBudget.this) {
                arrived();
                reserve(bytes);
                long whole = Math.max(1, Math.max(bytes, taken));
                pages.expected = Math.max(whole, pages.expected - (pages.expected - whole) / Pages.SLOWNESS);
            }
        }

        /** Releases the page. Idempotent. */
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
