package io.martech.connect.client;

/** How to handle a response that is not a success. Every failure of a platform call has exactly one category. */
public enum Category {
    /** Transient: the same request may succeed later. */
    RETRY,
    /** The platform asked for a pause (429 with Retry-After, an exhausted quota). */
    WAIT,
    /** The token was rejected: obtain another one, then send the same request once more. */
    AUTHENTICATE,
    /** The request is too large, or its window holds too many rows: request less. */
    SPLIT,
    /** The platform rejected this record, and only this record, with a documented code. */
    REJECT,
    /** The software cannot recover: stop, and report to the user. */
    STOP
}
