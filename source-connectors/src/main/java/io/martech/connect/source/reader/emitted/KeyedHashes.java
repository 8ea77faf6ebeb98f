package io.martech.connect.source.reader.emitted;

import io.martech.connect.source.chunk.Cursor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The last emitted state of rows, by a hash of each row's key. In an offset: the hashes of keys ascending, each as the
 * difference from the one before, so that a row takes some 24 characters; the keys themselves, if kept, are packed
 * separately.
 */
public final class KeyedHashes {

    public static final String ROWS = "rows";
    public static final String KEYS = "keys";

    private static final int LARGEST_ROW = 10 + Long.BYTES + 1 + Long.BYTES;
    private static final int ABSENT = 1;
    private static final int OF_A_REQUEST = 2;

    public static final int CHARACTERS_OF_A_ROW = 26;
    private static final int CHARACTERS_OF_A_REQUEST = 12;

    private final TreeMap<Long, State> states = new TreeMap<>();

    /**
     * The last emitted state of a row.
     *
     * @param content the hash of what was emitted
     * @param request the hash of the request that returned the row; 0 where there is only one
     * @param isAbsent whether the last complete read did not return the row
     * @param key the row's key as JSON, or null if it is not kept
     */
    public record State(long content, long request, boolean isAbsent, String key) {

        public State asAbsent(boolean absent) {
            return new State(content, request, absent, key);
        }
    }

    /** @throws IllegalArgumentException if the cursor does not hold a result of {@link #addTo} */
    public static KeyedHashes from(Cursor cursor) {
        KeyedHashes rows = new KeyedHashes();
        Map<Long, String> keys = RowKeys.byHash(RowKeys.unpack(cursor.text(KEYS)));
        String text = cursor.text(ROWS);
        if (text == null) {
            return rows;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        long hash = 0;
        try {
            while (bytes.hasRemaining()) {
                hash += distance(bytes);
                long content = bytes.getLong();
                int flags = bytes.get();
                long request = (flags & OF_A_REQUEST) == 0 ? 0 : bytes.getLong();
                rows.states.put(hash, new State(content, request, (flags & ABSENT) != 0, keys.get(hash)));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("The hashes of rows are cut off", e);
        }
        return rows;
    }

    Cursor addTo(Cursor cursor) {
        ByteBuffer bytes = ByteBuffer.allocate(states.size() * LARGEST_ROW);
        Set<String> keys = new TreeSet<>();
        long before = 0;
        for (Map.Entry<Long, State> row : states.entrySet()) {
            State state = row.getValue();
            putDistance(bytes, row.getKey() - before);
            bytes.putLong(state.content);
            bytes.put((byte) ((state.isAbsent ? ABSENT : 0) | (state.request == 0 ? 0 : OF_A_REQUEST)));
            if (state.request != 0) {
                bytes.putLong(state.request);
            }
            if (state.key != null) {
                keys.add(state.key);
            }
            before = row.getKey();
        }
        byte[] written = new byte[bytes.flip().remaining()];
        bytes.get(written);
        return cursor.with(ROWS, Base64.getEncoder().encodeToString(written)).with(KEYS, RowKeys.pack(keys));
    }

    State get(long key) {
        return states.get(key);
    }

    /** Whether that changed anything. */
    boolean put(long key, State state) {
        return !Objects.equals(states.put(key, state), state);
    }

    boolean remove(long key) {
        return states.remove(key) != null;
    }

    public Map<Long, State> all() {
        return states;
    }

    /**
     * The approximate number of characters of an offset for a row; even if its key cannot be compressed, at most twice as
     * many.
     */
    public static long characters(State state) {
        return CHARACTERS_OF_A_ROW
                + (state.request == 0 ? 0 : CHARACTERS_OF_A_REQUEST)
                + (state.key == null ? 0 : state.key.length() * 2L);
    }

    /** Seven bits per byte, the lowest first; the highest bit marks that more follow. */
    private static void putDistance(ByteBuffer bytes, long distance) {
        long left = distance;
        while ((left & ~0x7FL) != 0) {
            bytes.put((byte) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        bytes.put((byte) left);
    }

    private static long distance(ByteBuffer bytes) {
        long distance = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            distance |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return distance;
            }
        }
    }
}
