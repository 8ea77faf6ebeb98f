package io.martech.connect.sandbox.linkflow.model;

/**
 * How {@code minUpdateTime} and {@code maxUpdateTime} of {@code GET /open/contacts_bulk/ids} are understood. The document
 * names them datetimes and shows a date; which of these the platform does is undocumented.
 */
public enum ContactBounds {
    /** A time of day counts, both ends belong to the window. A date alone means its midnight. */
    SECONDS_INCLUSIVE,
    /** A time of day counts, the end does not belong to the window. */
    SECONDS_END_EXCLUSIVE,
    /** A time of day counts, the start does not belong to the window. */
    SECONDS_START_EXCLUSIVE,
    /** A time of day counts, neither end belongs to the window. */
    SECONDS_EXCLUSIVE,
    /** A time of day is cut off and both ends mean a midnight, so that a window within one day is empty. */
    CUT_TO_MIDNIGHT,
    /** A time of day is cut off and both ends mean whole days, so that a window within one day answers that day. */
    CUT_TO_WHOLE_DAYS,
    /** A time of day is refused with B00010; a date means its midnight, both ends belong to the window. */
    DATES_ONLY_MIDNIGHT,
    /** A time of day is refused with B00010; both ends mean whole days. */
    DATES_ONLY_WHOLE_DAYS,
    /** The bounds are ignored: every contact is in every window. */
    IGNORED
}
