package io.martech.connect.sandbox.adapter;

import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.ApiServer;
import java.util.List;
import java.util.Map;

/** A simulated platform at work, and what its source is documented to make of what it holds. */
public interface PlatformAdapter extends AutoCloseable {
    /** The server that connectors read from and write to. */
    ApiServer server();

    /** What shapes every answer. */
    ApiConditions conditions();

    /** Lists what is equal in what it sorts by in an order that changes, and what was just created late, as far as it can. */
    void listInDisorder();

    /** What a connector's configuration needs to reach it and to be let in, by the connector's keys. */
    Map<String, String> account();

    /** What its source reads, one table for each resource. The first has the most rows. */
    List<SourceTable> tables();

    /** Stops answering; the platform keeps its state. */
    @Override
    void close();
}
