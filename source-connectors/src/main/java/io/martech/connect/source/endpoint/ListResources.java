package io.martech.connect.source.endpoint;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.connector.AlteredOffsets;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes resources of declared lists.
 *
 * @param config of the platform's source
 * @param common what every source has in common
 * @param stored where the resources stand
 * @param time of the worker
 * @param <C> the configuration
 */
public record ListResources<C>(
        C config, SourceSettings common, PlatformClient client, StoredCursors stored, TimeSource time) {

    /**
     * Checks offsets of lists that a person wants to store.
     *
     * @param scopeOf what an offset of a list of that name is only good for
     */
    public static AlteredOffsets offsetRules(String platform, List<String> names, UnaryOperator<String> scopeOf) {
        return new AlteredOffsets(
                platform,
                names.stream()
                        .map(name -> new AlteredOffsets.Rule(
                                name, scopeOf.apply(name), SnapshotReader.SLICE, CursorRules::checkList))
                        .toList());
    }

    /**
     * The list, ready to be read. Makes no call.
     *
     * @param scope what a cursor of it is only good for
     */
    public Resource of(ListEndpoint<C> list, String scope) {
        String name = list.name();
        RequestCounter requests = new RequestCounter(client);
        RowSchema schema = list.schema().in(common.handling());
        Deletes deletes = Deletes.of(name, common);
        SnapshotReader reader = new SnapshotReader(
                list.open(new EndpointContext<>(requests, config, client.serverClock(), time)),
                RowKeys.of(schema),
                stored.slicesOf(name, scope),
                client.serverClock(),
                common.zone(),
                deletes);
        return new Resource(
                name,
                scope,
                reader,
                new SchemaRecords(common.topicOf(name), schema),
                common.pollIntervalOf(name),
                requests,
                () -> requests.warnings() + deletes.warnings());
    }
}
