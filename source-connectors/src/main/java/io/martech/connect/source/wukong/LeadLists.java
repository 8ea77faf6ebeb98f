package io.martech.connect.source.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.source.chunk.RequestCounter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists of leads: {@code POST /openv1/list} (2.1 获取潜客列表; {@code /openv1/lists} in the later revision). A full listing:
 * the response is documented in the later revision only, as an array of {@code id}, {@code title}, {@code uid},
 * {@code create_time} (epoch seconds, as a text).
 */
final class LeadLists {

    private final RequestCounter client;
    private final LeadsRevision revision;
    private final ZoneOffset zone;

    LeadLists(RequestCounter client, LeadsRevision revision, ZoneOffset zone) {
        this.client = client;
        this.revision = revision;
        this.zone = zone;
    }

    List<JsonNode> rows() {
        return client.list(
                ApiRequest.form(WukongEndpoints.LISTS, revision.listsPath()).expecting(Expectation.array()));
    }

    /** The day of the oldest list, before which there can be no lead; empty if no list has a usable time. */
    Optional<LocalDate> oldestDay() {
        return rows().stream()
                .map(list -> list.path("create_time").asLong(0))
                .filter(second -> second > 0)
                .min(Comparator.naturalOrder())
                .map(second -> Instant.ofEpochSecond(second).atOffset(zone).toLocalDate());
    }

    /** The values that leads can be filtered by: ids of the users, or of the lists. */
    List<String> filters() {
        String field = revision == LeadsRevision.V1 ? "uid" : "id";
        return rows().stream()
                .map(list -> list.path(field).asText(""))
                .filter(value -> !value.isBlank())
                .distinct()
                .sorted()
                .toList();
    }
}
