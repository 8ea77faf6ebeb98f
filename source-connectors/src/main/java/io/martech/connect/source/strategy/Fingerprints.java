package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a list have been emitted: 64 bits of each row's content, its id among it, kept in the position. A row
 * whose fingerprint is not here is new or has changed.
 */
final class Fingerprints {

    static final String KEY = "fingerprints";
    static final String DIGEST = "digest";

    /** Larger lists are kept as one digest, so that a position stays below 256 KB. */
    static final int CAPACITY = 20_000;

    private final Set<Long> hashes;

    Fingerprints(Set<Long> hashes) {
        this.hashes = hashes;
    }

    static Fingerprints from(Position position) {
        Set<Long> hashes = new HashSet<>();
        String text = position.text(KEY);
        if (text != null) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            while (bytes.hasRemaining()) {
                hashes.add(bytes.getLong());
            }
        }
        return new Fingerprints(hashes);
    }

    /** The position with more rows remembered; where only a digest is kept, single rows cannot be. */
    static Position adding(List<JsonNode> rows, Position position) {
        if (!position.has(KEY)) {
            return position;
        }
        Fingerprints all = from(position);
        rows.forEach(row -> all.hashes.add(of(row)));
        return all.fitsIntoAPosition() ? all.addTo(position) : all.addDigestTo(position);
    }

    /** Whether a list was read before. */
    static boolean areIn(Position position) {
        return position.has(KEY) || position.has(DIGEST);
    }

    static long of(JsonNode fingerprinted) {
        byte[] text = CanonicalJson.of(fingerprinted).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Digests.sha256().digest(text)).getLong();
    }

    boolean contains(long fingerprint) {
        return hashes.contains(fingerprint);
    }

    Set<Long> copy() {
        return new HashSet<>(hashes);
    }

    boolean fitsIntoAPosition() {
        return hashes.size() <= CAPACITY;
    }

    Position addTo(Position position) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        hashes.stream().sorted().forEach(bytes::putLong);
        return position.with(KEY, Base64.getEncoder().encodeToString(bytes.array()))
                .with(DIGEST, null);
    }

    /** One number for all of them, for where single rows need not be told apart any more. */
    Position addDigestTo(Position position) {
        return position.with(DIGEST, digest()).with(KEY, null);
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
