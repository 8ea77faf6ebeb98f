package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Wukong's rows with what the source is documented to add, for comparisons. */
public final class WukongRecords {

    private static final Map<String, String> SEVERAL_VALUES =
            Map.of("name", "names", "mobile", "mobiles", "email", "emails");
    private static final String NONE = "0";
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private WukongRecords() {}

    /**
     * A lead with its day, its values taken apart, and no user, as it is read when all users are asked for at once.
     *
     * @param lead in its documented form
     */
    public static JsonNode lead(JsonNode lead, LocalDate day) {
        ObjectNode expected = lead.deepCopy();
        SEVERAL_VALUES.forEach((joined, apart) -> {
            ArrayNode values = expected.putArray(apart);
            for (String value : lead.get(joined).textValue().split(",")) {
                if (!value.isEmpty() && !value.equals(NONE)) {
                    values.add(value);
                }
            }
        });
        expected.put("create_at", day.toString());
        return expected;
    }

    /** A list with the time of its creation as a local time, which other platforms write. @param list in its documented form */
    public static JsonNode list(JsonNode list) {
        ObjectNode expected = list.deepCopy();
        Instant created =
                Instant.ofEpochSecond(Long.parseLong(list.get("create_time").textValue()));
        expected.put("create_time", LOCAL_TIME.format(created.atOffset(ZONE)));
        return expected;
    }
}
