package io.martech.connect.client;

/** What can be done about an answer that is not a success. Every failure of a platform call has exactly one. */
public enum Category {
    /** A passing fault: the same request may succeed later. */
    RETRY,
    /** The platform asked to wait (429 with Retry-After, an exhausted quota). */
    WAIT,
    /** The token was refused: get another one, then send the same request again, once. */
    AUTHENTICATE,
    /** The request is too large, or its window holds too much: ask for less. */
    SPLIT,
    /** This record, and only this record, is refused with a documented code. */
    REJECT,
    /** Nothing that the software can do will help: stop and tell the user. */
    STOP
}
