package io.martech.connect.source.engine;

/** The JMX attributes of one resource, counted since the task started. */
public interface ResourceMetricsMXBean {

    /** Rows passed to Connect. */
    long getRows();

    /** Requests for the chunks passed to Connect so far. */
    long getRequests();

    /** Rows that became visible only after their second had been read, since the cursor was created. */
    long getLateRows();

    /** The greatest age at which such a row was found, in milliseconds; 0 if there was none. */
    long getOldestLateMs();

    /**
     * By how many milliseconds the platform's Date header is ahead of the update times of its rows; 0 unless detected.
     */
    long getClockOffsetMs();

    /** Findings that the user should check; the log describes them. */
    long getWarnings();

    /** Rows that could not be converted to records; they are in the topic of malformed rows. */
    long getMalformedRows();

    /** Records that Connect did not write, or that a transformation dropped, under errors.tolerance=all. */
    long getLostRecords();

    /** Attempts to read that failed, after the retries of each request. */
    long getFailures();

    /** For how long the resource has been failing, in milliseconds; 0 if it can be read. */
    long getFailingMs();

    /** Why it cannot be read; empty if it can. */
    String getFailure();

    /**
     * The platform's local time before which every change is in Kafka and acknowledged; empty until the backfill has
     * ended.
     */
    String getCompleteUpTo();
}
