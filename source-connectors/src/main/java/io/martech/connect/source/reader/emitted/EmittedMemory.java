package io.martech.connect.source.reader.emitted;

import io.martech.connect.source.chunk.Cursor;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The versions emitted since the time from which something may be read again: 64-bit hashes, kept in the cursor, so that
 * neither the trailing pass nor a restart emits anything twice. An entry expires by the row's own time.
 */
public final class EmittedMemory {

    /** The maximum number of entries, so that a cursor stays below 256 KB. */
    public static final int CAPACITY = 20_000;

    public static final String KEY = "emitted";
    private static final int BYTES_PER_SECOND = Long.BYTES + Integer.BYTES;
    private static final int MAXIMUM_BYTES = 190_000;

    private final TreeMap<Long, Set<Long>> hashesBySecond = new TreeMap<>();
    private final Set<Long> hashes = new HashSet<>();

    public static EmittedMemory from(Cursor cursor) {
        EmittedMemory memory = new EmittedMemory();
        String text = cursor.text(KEY);
        if (text != null) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            while (bytes.hasRemaining()) {
                long second = bytes.getLong();
                int count = bytes.getInt();
                for (int i = 0; i < count; i++) {
                    memory.add(second, bytes.getLong());
                }
            }
        }
        return memory;
    }

    public Cursor addTo(Cursor cursor) {
        if (hashes.isEmpty()) {
            return cursor.with(KEY, null);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size(hashes.size(), hashesBySecond.size()));
        for (Map.Entry<Long, Set<Long>> entry : hashesBySecond.entrySet()) {
            bytes.putLong(entry.getKey()).putInt(entry.getValue().size());
            entry.getValue().forEach(bytes::putLong);
        }
        return cursor.with(KEY, Base64.getEncoder().encodeToString(bytes.array()));
    }

    public boolean contains(RowVersion version) {
        return hashes.contains(version.hash());
    }

    /** A row without a time is not stored: no window can return it. */
    public void add(RowVersion version) {
        if (version.lastUpdated() != null) {
            add(secondOf(version.lastUpdated()), version.hash());
        }
    }

    /**
     * Removes rows whose own time is before the floor.
     *
     * @param isKept whether rows of a time are kept nevertheless
     */
    public void expireBefore(LocalDateTime floor, Predicate<LocalDateTime> isKept) {
        hashesBySecond.headMap(secondOf(floor)).entrySet().removeIf(entry -> {
            boolean isExpired = !isKept.test(LocalDateTime.ofEpochSecond(entry.getKey(), 0, ZoneOffset.UTC));
            if (isExpired) {
                hashes.removeAll(entry.getValue());
            }
            return isExpired;
        });
    }

    /** Removes the oldest until it fits, where the alternative would be to stop. */
    public void expireUntilItFits() {
        while (!hasRoomFor(0)) {
            hashes.removeAll(hashesBySecond.pollFirstEntry().getValue());
        }
    }

    /** Whether that many more rows, each in a second of its own, still fit. */
    public boolean hasRoomFor(int rows) {
        return hashes.size() + rows <= CAPACITY
                && size(hashes.size() + rows, hashesBySecond.size() + rows) <= MAXIMUM_BYTES;
    }

    /** Whether it is time to prove what was read complete, so that it can be removed. */
    public boolean isHalfFull() {
        return hashes.size() > CAPACITY / 2;
    }

    private void add(long second, long hash) {
        if (hashes.add(hash)) {
            hashesBySecond.computeIfAbsent(second, key -> new HashSet<>()).add(hash);
        }
    }

    private static int size(int hashes, int seconds) {
        return hashes * Long.BYTES + seconds * BYTES_PER_SECOND;
    }

    /** Any fixed offset can be used: only the order of seconds matters. */
    private static long secondOf(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
