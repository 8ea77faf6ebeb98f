package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;

/** When the row that changed last has changed, as the platform says. */
final class NewestChange {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private NewestChange() {}

    static Instant in(Collection<JsonNode> rows) {
        return rows.stream()
                .map(row -> row.path("lastUpdated").asText())
                .max(Comparator.naturalOrder())
                .map(time -> LocalDateTime.parse(time, FORMAT).toInstant(ZONE))
                .orElse(Instant.EPOCH);
    }
}
