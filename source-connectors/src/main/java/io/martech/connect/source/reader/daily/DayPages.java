package io.martech.connect.source.reader.daily;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Cursor;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads all rows of a day, also if answers are cut off. A day whose answer looked cut off once is asked for in parts from
 * then on: by one answer its rows would seem to go, and to come again. That, and how many rows one answer held, stand in
 * the day's cursor, so that a restart forgets neither.
 */
public final class DayPages {

    /** How many rows the answer for the whole day held. */
    public static final String ANSWERED = "answered_rows";

    /** "true" for a day that is asked for in parts. */
    public static final String IN_PARTS = "in_parts";

    private final DayFeed feed;
    private final RoundMaximum maximum = new RoundMaximum();

    DayPages(DayFeed feed) {
        this.feed = feed;
    }

    /**
     * @param cursor what is to be known of the day from now on, for the rest as it was
     */
    record Reading(List<JsonNode> rows, Cursor cursor) {}

    /** A day was read before a restart. */
    void remember(LocalDate day, Cursor cursor) {
        if (cursor.has(ANSWERED)) {
            maximum.note(day, (int) cursor.number(ANSWERED, 0));
        }
    }

    /** Whether the day was taken for whole and, from what other days answered since, is not. */
    boolean isInDoubt(LocalDate day, Cursor cursor) {
        return feed.hasParts() && !isInParts(cursor) && maximum.isReachedBy(day);
    }

    /** @throws io.martech.connect.client.PlatformException if the day cannot be read */
    Reading read(LocalDate day, Cursor cursor) {
        if (isInParts(cursor)) {
            return new Reading(feed.rowsInParts(day), cursor);
        }
        List<JsonNode> rows = feed.rows(day);
        maximum.note(day, rows.size());
        Cursor counted = cursor.with(ANSWERED, (long) rows.size());
        if (!isInDoubt(day, cursor)) {
            return new Reading(rows, counted);
        }
        feed.tellOfCutOff(day, rows.size());
        return new Reading(feed.rowsInParts(day), counted.with(IN_PARTS, "true"));
    }

    private boolean isInParts(Cursor cursor) {
        return feed.hasParts() && "true".equals(cursor.text(IN_PARTS));
    }
}
