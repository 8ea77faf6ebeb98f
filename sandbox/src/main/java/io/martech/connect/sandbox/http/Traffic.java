package io.martech.connect.sandbox.http;

/** What a request is for, so that faults can be limited to a kind of request. */
public enum Traffic {
    /** Asking for credentials. */
    TOKEN,
    /** Reading data. */
    READ,
    /** Changing data. */
    WRITE
}
