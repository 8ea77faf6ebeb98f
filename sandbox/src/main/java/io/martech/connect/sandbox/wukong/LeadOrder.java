package io.martech.connect.sandbox.wukong;

/** The order in which leads are answered; no document names one. */
public enum LeadOrder {
    /** Ascending ids. */
    OLDEST_FIRST,
    /** Descending ids. */
    NEWEST_FIRST,
    /** Another order for each answer. */
    UNORDERED
}
