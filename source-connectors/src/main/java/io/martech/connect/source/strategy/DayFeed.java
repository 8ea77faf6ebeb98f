package io.martech.connect.source.strategy;

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

    /** The first day that can have rows, or null if nothing tells yet. */
    LocalDate firstDay();

    /** The part of a row whose change is a change of the row. */
    JsonNode fingerprinted(JsonNode row);

    /** How many requests have been sent so far. */
    long requests();
}
