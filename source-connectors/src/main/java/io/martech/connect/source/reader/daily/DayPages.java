package io.martech.connect.source.reader.daily;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Cursor;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads all rows of a day, even if responses are truncated. A day whose response once looked truncated is requested in
 * parts from then on: in a single response its rows would seem to disappear and reappear. This, and the number of rows in
 * one response, are stored in the day's cursor, so that they survive a restart.
 */
public final class DayPages {

    /** The number of rows in the response for the whole day. */
    public static final String ANSWERED = "answered_rows";

    /** "true" for a day that is requested in parts. */
    public static final String IN_PARTS = "in_parts";

    private final DayFeed feed;
    private final RoundMaximum maximum = new RoundMaximum();

    DayPages(DayFeed feed) {
        this.feed = feed;
    }

    /** @param cursor the day's cursor with what is to be stored from now on */
    record Reading(List<JsonNode> rows, Cursor cursor) {}

    /** Restores the state of a day that was read before a restart. */
    void remember(LocalDate day, Cursor cursor) {
        if (cursor.has(ANSWERED)) {
            maximum.note(day, (int) cursor.number(ANSWERED, 0));
        }
    }

    /** Whether the day was regarded as complete and, judging from responses for other days since, is not. */
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
        feed.warnCutOff(day, rows.size());
        return new Reading(feed.rowsInParts(day), counted.with(IN_PARTS, "true"));
    }

    private boolean isInParts(Cursor cursor) {
        return feed.hasParts() && "true".equals(cursor.text(IN_PARTS));
    }
}
