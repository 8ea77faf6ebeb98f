package io.martech.connect.source.youmi;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.YoumiAccountKeys;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.ListResources;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.StoredCursors;
import java.util.List;

/** The resources of Youmi, and how each is put together. */
public final class YoumiResources {

    public static final String PLATFORM = "youmi";

    /** All of them. */
    public static final List<String> NAMES =
            YoumiEndpoints.ALL.stream().map(ListEndpoint::name).toList();

    private final YoumiSourceConfig config;
    private final ListResources<YoumiSourceConfig> lists;

    public YoumiResources(YoumiSourceConfig config, PlatformClient client, StoredCursors stored, TimeSource time) {
        this.config = config;
        this.lists = new ListResources<>(config, config.common(), client, stored, time);
    }

    /** The resource of that name, ready to be read. */
    public Resource of(String name) {
        return lists.of(ListEndpoint.named(name, YoumiEndpoints.ALL), scope(config));
    }

    /** What a cursor is only good for, in the words of the configuration. */
    static String scope(YoumiSourceConfig config) {
        return YoumiAccountKeys.URL + "=" + config.getString(YoumiAccountKeys.URL);
    }
}
