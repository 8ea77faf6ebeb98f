package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A platform on a virtual clock, its server and a client, for one test. */
public final class Sandbox implements AfterEachCallback {

    /** 2026-01-01 08:00:00 at +08:00. */
    public final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));

    public final LinkflowPlatform platform = new LinkflowPlatform(clock, 7);
    public final LinkflowQuirks quirks = platform.quirks();
    public final ApiServer server = LinkflowServer.start(platform);
    public final Client client = new Client(platform, server);

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
        assertThat(server.ownErrors()).isEmpty();
    }
}
