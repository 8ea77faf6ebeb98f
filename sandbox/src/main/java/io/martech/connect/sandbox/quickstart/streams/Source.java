package io.martech.connect.sandbox.quickstart.streams;

import java.util.List;

/** A source connector of {@code config/}, and the platform's side of what it reads: all that the quickstart needs to know. */
public interface Source {

    /** How often {@link #change} is called while the quickstart runs. */
    int CHANGES_PER_SECOND = 20;

    /** The file in {@code config/} that is deployed as it is. */
    String connectorFile();

    SimulatedPlatform platform();

    /** What it reads, one table for each of the connector's {@code resources} that has a topic. */
    List<SourceTable> tables();

    /**
     * People work with the platform while it is being read: changes or adds what the next polls will show.
     *
     * @param number counts the calls from 1
     */
    void change(long number);
}
