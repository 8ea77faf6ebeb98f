package io.martech.connect.source.engine;

/** What JMX shows of the reading of one resource, counted since the task started. */
public interface ResourceMetricsMXBean {

    /** Rows handed to Kafka. */
    long getRows();

    /** Requests that the chunks handed over so far took. */
    long getRequests();

    /** Rows that became visible only after their second had been read, since the cursor began. */
    long getLateRows();

    /** The greatest age at which one was found, in milliseconds; 0 if there was none. */
    long getOldestLateMs();

    /** By how many milliseconds the platform's Date header is ahead of the update times of its rows; 0 unless it was found to be. */
    long getClockOffsetMs();

    /** Findings that the user should look at; the log says what. */
    long getWarnings();

    /** Rows that could not become records; they are in the topic of malformed rows. */
    long getMalformedRows();

    /** Records that Connect went on without having written, or a transformation dropped, under errors.tolerance=all. */
    long getLostRecords();

    /** Attempts to read that failed, after the retries of each request. */
    long getFailures();

    /** For how long the resource cannot be read, in milliseconds; 0 if it can. */
    long getFailingMs();

    /** Why it cannot be read; empty if it can. */
    String getFailure();

    /** Before which local time of the platform every change is in Kafka, confirmed; empty until backfill has ended. */
    String getCompleteUpTo();
}
