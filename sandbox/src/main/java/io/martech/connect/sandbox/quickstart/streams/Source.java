package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.adapter.SourceTable;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A source connector of {@code config/}, and the platform's side of what it reads: all that the quickstart needs to know.
 *
 * @param connectorFile the file in {@code config/} that is deployed as it is
 * @param tables what it reads, one for each of the connector's {@code resources} that has a topic
 * @param change lets people work with the platform while it is being read: it changes or adds what the next polls will show; its
 *     argument counts the calls from 1
 */
public record Source(String connectorFile, Platform platform, List<SourceTable> tables, LongConsumer change) {
    /** How often {@link #change} is called while the quickstart runs. */
    public static final int CHANGES_PER_SECOND = 20;
}
