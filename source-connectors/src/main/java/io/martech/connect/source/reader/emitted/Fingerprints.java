package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** The emitted rows of a set that only grows: 64 bits of each row's content, kept in the cursor. */
public final class Fingerprints {

    public static final String KEY = "fingerprints";

    /** Keeps the cursor below 256 KB. */
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

    public static long of(JsonNode fingerprinted) {
        byte[] text = CanonicalJson.of(fingerprinted).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Digests.sha256().digest(text)).getLong();
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
        return cursor.with(KEY, Base64.getEncoder().encodeToString(bytes.array()));
    }
}
