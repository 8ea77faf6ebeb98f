package io.martech.connect.source.endpoint;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.engine.MemoryBudget;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceOptions;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.paged.OpenTailPriority;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What a task shares among all of its resources.
 *
 * @param options the options of the platform's source
 * @param stored the stored cursors of the resources
 * @param time the worker's time
 * @param parallel sends several requests in parallel
 * @param ahead sends requests while earlier rows are processed
 * @param memory bounds what is read ahead
 * @param priority decides which of the resources that share a quota is read first
 * @param <C> the options
 */
public record SourceContext<C extends SourceOptions>(
        C options,
        PlatformClient client,
        StoredCursors stored,
        TimeSource time,
        ParallelRequests parallel,
        Executor ahead,
        MemoryBudget memory,
        OpenTailPriority priority) {

    /** One request at a time. */
    public SourceContext(C options, PlatformClient client, StoredCursors stored, TimeSource time) {
        this(options, client, stored, time, new ParallelRequests(1, () -> 1));
    }

    public SourceContext(
            C options, PlatformClient client, StoredCursors stored, TimeSource time, ParallelRequests parallel) {
        this(options, client, stored, time, parallel, Runnable::run, options.newMemoryBudget(), new OpenTailPriority());
    }

    /** The cursors of a resource's slices. */
    public SliceCursors slicesOf(String resource) {
        return stored.slicesOf(resource, options.scope(resource));
    }

    /** Creates the resource of that name from its reader, its schema and its requests. */
    public Resource resource(
            String name, Reader reader, RowSchema schema, RequestCounter requests, LongSupplier warnings) {
        return new Resource(
                name,
                options.scope(name),
                reader,
                new SchemaRecords(options.topicOf(name), schema),
                options.pollIntervalOf(name),
                requests,
                warnings);
    }
}
