package io.martech.connect.source.linkflow;

import io.martech.connect.schema.TopicSchema;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.function.Function;

/**
 * A list of Linkflow that is read as a whole.
 *
 * @param name of the resource, and of its topic after the prefix
 * @param feed how it is asked for
 * @param schema what its rows become
 */
record LinkflowList(String name, Function<ListReading, ListFeed> feed, TopicSchema schema) {

    /** A list that has no options. */
    static LinkflowList of(String name, Function<RequestCounter, ListFeed> feed, TopicSchema schema) {
        return new LinkflowList(name, reading -> feed.apply(reading.client()), schema);
    }
}
