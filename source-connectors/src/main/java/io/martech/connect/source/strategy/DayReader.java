package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Position;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads all rows of a day, also if answers are cut off. A day whose answer looked cut off once is asked for in parts from
 * then on: by one answer its rows would seem to go, and to come again. That, and how many rows one answer held, stand in
 * the day's position, so that a restart forgets neither.
 */
final class DayReader {

    /** How many rows the answer for the whole day held. */
    static final String ANSWERED = "answered_rows";

    /** "true" for a day that is asked for in parts. */
    static final String IN_PARTS = "in_parts";

    private final DayFeed feed;
    private final RoundMaximum maximum = new RoundMaximum();

    DayReader(DayFeed feed) {
        this.feed = feed;
    }

    /**
     * @param position what is to be known of the day from now on, for the rest as it was
     */
    record Reading(List<JsonNode> rows, Position position) {}

    /** A day was read before a restart. */
    void remember(LocalDate day, Position position) {
        if (position.has(ANSWERED)) {
            maximum.note(day, (int) position.number(ANSWERED, 0));
        }
    }

    /** Whether the day was taken for whole and, from what other days answered since, is not. */
    boolean isInDoubt(LocalDate day, Position position) {
        return feed.hasParts() && !isInParts(position) && maximum.isReachedBy(day);
    }

    /** @throws io.martech.connect.client.PlatformException if the day cannot be read */
    Reading read(LocalDate day, Position position) {
        if (isInParts(position)) {
            return new Reading(feed.rowsInParts(day), position);
        }
        List<JsonNode> rows = feed.rows(day);
        maximum.note(day, rows.size());
        Position counted = position.with(ANSWERED, (long) rows.size());
        if (!isInDoubt(day, position)) {
            return new Reading(rows, counted);
        }
        feed.tellOfCutOff(day, rows.size());
        return new Reading(feed.rowsInParts(day), counted.with(IN_PARTS, "true"));
    }

    private boolean isInParts(Position position) {
        return feed.hasParts() && "true".equals(position.text(IN_PARTS));
    }
}
