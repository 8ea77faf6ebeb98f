package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;

/**
 * The version of a row: its update time, its {@code ver} and its content together, since it is undocumented whether a
 * changed order line increments {@code ver}.
 *
 * @param lastUpdated null if the row has none, or none that can be parsed
 * @param ver null if the row has none
 * @param hash 64 bits of the id and everything in the row
 */
public record RowVersion(LocalDateTime lastUpdated, Long ver, long hash) {

    /** @param lastUpdated null if the row has none, or none that can be parsed */
    public static RowVersion of(JsonNode row, LocalDateTime lastUpdated) {
        return new RowVersion(lastUpdated, verOf(row), hashOf(row));
    }

    /** Whether emitting this after the other would return to an older state, or repeat it. */
    public boolean isNoNewsAfter(RowVersion emitted) {
        if (lastUpdated != null && emitted.lastUpdated != null && !lastUpdated.equals(emitted.lastUpdated)) {
            return lastUpdated.isBefore(emitted.lastUpdated);
        }
        if (ver != null && emitted.ver != null && !ver.equals(emitted.ver)) {
            return ver < emitted.ver;
        }
        return hash == emitted.hash;
    }

    private static Long verOf(JsonNode row) {
        JsonNode value = row.get("ver");
        return value != null && value.canConvertToLong() && value.isIntegralNumber() ? value.longValue() : null;
    }

    private static long hashOf(JsonNode row) {
        MessageDigest digest = Digests.sha256();
        digest.update(CanonicalJson.of(row).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
