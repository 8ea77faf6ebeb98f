package io.martech.connect.source.reader.daily;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** An endpoint that answers all rows of one day, the day on which they were made. */
public interface DayFeed {

    /**
     * All rows of a day.
     *
     * @throws io.martech.connect.client.PlatformException if the answer is not the documented list; never an empty day
     *     instead
     */
    List<JsonNode> rows(LocalDate day);

    /** Whether a day can be asked for in parts, if one answer may not hold all of it. */
    boolean hasParts();

    /**
     * All rows of a day, asked for as a whole and in every part; each row once.
     *
     * @throws io.martech.connect.client.PlatformException as for {@link #rows}
     */
    List<JsonNode> rowsInParts(LocalDate day);

    /** The answer for a day looks cut off: says so, and what can be done. The day is asked for in parts from now on. */
    void tellOfCutOff(LocalDate day, int rows);

    /** The first day that can have rows, or null if nothing tells yet. */
    LocalDate firstDay();

    /** The part of a row whose change is a change of the row. */
    JsonNode fingerprinted(JsonNode row);
}
