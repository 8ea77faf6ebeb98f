package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a list have been emitted: 64 bits of each row's content, its id among it, kept in the cursor. A row
 * whose fingerprint is not here is new or has changed.
 */
public final class Fingerprints {

    public static final String KEY = "fingerprints";
    public static final String DIGEST = "digest";

    /** Larger lists are kept as one digest, so that a cursor stays below 256 KB. */
    static final int CAPACITY = 20_000;

    private final Set<Long> hashes;

    public Fingerprints(Set<Long> hashes) {
        this.hashes = hashes;
    }

    public static Fingerprints from(Cursor cursor) {
        Set<Long> hashes = new HashSet<>();
        String text = cursor.text(KEY);
        if (text != null) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            while (bytes.hasRemaining()) {
                hashes.add(bytes.getLong());
            }
        }
        return new Fingerprints(hashes);
    }

    /** The cursor with more rows remembered; where only a digest is kept, single rows cannot be. */
    public static Cursor adding(List<JsonNode> rows, Cursor cursor) {
        if (!cursor.has(KEY)) {
            return cursor;
        }
        Fingerprints all = from(cursor);
        rows.forEach(row -> all.hashes.add(of(row)));
        return all.fitsIntoACursor() ? all.addTo(cursor) : all.addDigestTo(cursor);
    }

    /** Whether a list was read before. */
    public static boolean areIn(Cursor cursor) {
        return cursor.has(KEY) || cursor.has(DIGEST);
    }

    public static long of(JsonNode fingerprinted) {
        byte[] text = CanonicalJson.of(fingerprinted).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Digests.sha256().digest(text)).getLong();
    }

    boolean contains(long fingerprint) {
        return hashes.contains(fingerprint);
    }

    public Set<Long> copy() {
        return new HashSet<>(hashes);
    }

    public boolean fitsIntoACursor() {
        return hashes.size() <= CAPACITY;
    }

    public Cursor addTo(Cursor cursor) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        hashes.stream().sorted().forEach(bytes::putLong);
        return cursor.with(KEY, Base64.getEncoder().encodeToString(bytes.array()))
                .with(DIGEST, null);
    }

    /** One number for all of them, for where single rows need not be distinguished any more. */
    public Cursor addDigestTo(Cursor cursor) {
        return cursor.with(DIGEST, digest()).with(KEY, null);
    }

    /** The same in whatever order the rows come. */
    String digest() {
        java.security.MessageDigest digest = Digests.sha256();
        hashes.stream()
                .sorted()
                .forEach(hash -> digest.update(
                        ByteBuffer.allocate(Long.BYTES).putLong(hash).array()));
        return Long.toHexString(ByteBuffer.wrap(digest.digest()).getLong());
    }
}
