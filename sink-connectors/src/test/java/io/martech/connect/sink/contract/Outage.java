package io.martech.connect.sink.contract;

/** Ways in which a platform, or a gateway before it, can be out of order for all requests. */
public enum Outage {
    /** The platform's own error with a code that no document knows. */
    UNKNOWN_CODE,
    /** The same with HTTP 200. */
    ERROR_WITH_STATUS_200,
    /** HTTP 403 of a gateway. */
    FORBIDDEN_WITHOUT_ENVELOPE,
    /** A login page with HTTP 200. */
    HTML_WITH_STATUS_200,
    /** HTTP 500 with a text. */
    SERVER_ERROR_WITH_TEXT
}
