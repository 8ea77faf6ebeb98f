package io.martech.connect.source.wukong;

import io.martech.connect.account.wukong.WukongConnection;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredCursors;

/** Puts a Wukong source together. */
final class WukongSource {

    private WukongSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(WukongSourceConfig config, StoredCursors stored, TimeSource time) {
        PlatformClient client = WukongConnection.from(config).ofRetryingCaller().open(time);
        WukongResources wukong = new WukongResources(config, client, stored, time);
        return SourceEngine.reading(config.common(), wukong::of, client::close, stored, time);
    }
}
