package io.martech.connect.sandbox.quickstart;

import java.time.Instant;

/**
 * One line of the view.
 *
 * @param resource what is read or written
 * @param topic where the records are
 * @param records how many the topic has received
 * @param completeUpTo see {@link ReadingProgress}; null for a sink
 * @param readUpTo see {@link ReadingProgress}; null for a sink
 * @param requests how many the platform has answered for it
 * @param delivered how many records the platform has taken; null for a source
 * @param rejected how many records went to the dead-letter topic; null for a source
 */
record Figures(
        String resource,
        String topic,
        long records,
        Instant completeUpTo,
        Instant readUpTo,
        long requests,
        Long delivered,
        Long rejected) {}
