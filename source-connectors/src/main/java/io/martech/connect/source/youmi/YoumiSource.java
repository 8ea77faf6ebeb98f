package io.martech.connect.source.youmi;

import io.martech.connect.account.youmi.YoumiConnection;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredCursors;

/** Puts a Youmi source together. */
final class YoumiSource {

    private YoumiSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(YoumiSourceConfig config, StoredCursors stored, TimeSource time) {
        PlatformClient client = YoumiConnection.from(config).ofRetryingCaller().open(time);
        YoumiResources youmi = new YoumiResources(config, client, stored, time);
        return SourceEngine.reading(config.common(), youmi::of, client::close, stored, time);
    }
}
