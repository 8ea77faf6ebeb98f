package io.martech.connect.source.reader.emitted;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprint of each row's last state, by the row's id. As a text: the ids ascending, each as the distance from the one
 * before, so that a row takes some 14 characters.
 */
public final class RowFingerprints {

    private static final int LARGEST_ROW = Long.BYTES + 10;

    private final TreeMap<Long, Long> byId = new TreeMap<>();

    /**
     * @param text as {@link #text} made it; null for none
     * @throws IllegalArgumentException if it is not such a text
     */
    public static RowFingerprints parse(String text) {
        RowFingerprints rows = new RowFingerprints();
        if (text != null) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            long id = 0;
            try {
                while (bytes.hasRemaining()) {
                    id += distance(bytes);
                    rows.byId.put(id, bytes.getLong());
                }
            } catch (BufferUnderflowException e) {
                throw new IllegalArgumentException("The fingerprints of rows are cut off", e);
            }
        }
        return rows;
    }

    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(byId.size() * LARGEST_ROW);
        long before = 0;
        for (Map.Entry<Long, Long> row : byId.entrySet()) {
            putDistance(bytes, row.getKey() - before);
            bytes.putLong(row.getValue());
            before = row.getKey();
        }
        bytes.flip();
        return Base64.getEncoder().encodeToString(toArray(bytes));
    }

    /** The fingerprint of a row, or null if it was never emitted. */
    public Long of(long id) {
        return byId.get(id);
    }

    public void put(long id, long fingerprint) {
        byId.put(id, fingerprint);
    }

    void remove(long id) {
        byId.remove(id);
    }

    public Map<Long, Long> byId() {
        return byId;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
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

    private static byte[] toArray(ByteBuffer bytes) {
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }
}
