package io.martech.connect.source.engine;

/** How sure it is that a unit holds every row that it should. */
public enum Certainty {
    /** One page, shorter than the longest that this query has returned. Rests on a page size that does not change. */
    SINGLE,
    /** Page 2 was empty before page 1 was read: complete whatever the page size and the order of rows. */
    PROVEN,
    /** Read by the id cursor, a keyset on an immutable key. */
    CURSOR,
    /** Several pages of one second: the trailing pass counts them again. */
    UNPROVEN
}
