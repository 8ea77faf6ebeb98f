package io.martech.connect.source.reader.daily;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** An endpoint that returns all rows of one day, the day of their creation. */
public interface DayFeed {

    /**
     * All rows of a day.
     *
     * @throws io.martech.connect.client.PlatformException if the response is not the documented list; an error is never
     *     returned as an empty day
     */
    List<JsonNode> rows(LocalDate day);

    /** Whether a day can be requested in parts, in case one response does not hold all of it. */
    boolean hasParts();

    /**
     * All rows of a day, requested as a whole and in every part; each row once.
     *
     * @throws io.martech.connect.client.PlatformException as for {@link #rows}
     */
    List<JsonNode> rowsInParts(LocalDate day);

    /**
     * Logs that the response for a day looks truncated, and what can be done. The day is requested in parts from now on.
     */
    void warnCutOff(LocalDate day, int rows);

    /** The first day that can have rows, or null if it is not known yet. */
    LocalDate firstDay();

    /** The part of a row whose change is regarded as a change of the row. */
    JsonNode fingerprinted(JsonNode row);
}
