package io.martech.connect.integration;

import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.LinkflowServer;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A simulated Linkflow on the real clock, as connectors on a worker reach it. Its pages are small, so that small data sets
 * take many requests.
 */
final class SimulatedLinkflow implements AutoCloseable {

    private static final String SECRET_KEY = "linkflow.app.secret";
    private static final AtomicLong SEED = new AtomicLong(20_260_101);

    private final LinkflowPlatform platform;
    private final LinkflowServer server;

    private SimulatedLinkflow(LinkflowPlatform platform) {
        this.platform = platform;
        this.server = LinkflowServer.start(platform);
    }

    /** An empty platform. */
    static SimulatedLinkflow start() {
        LinkflowPlatform platform = new LinkflowPlatform(InstantSource.system(), SEED.incrementAndGet());
        platform.behaviour().cursorPageSize(37).windowPageSize(20).largestContactCursorPage(50);
        return new SimulatedLinkflow(platform);
    }

    LinkflowPlatform platform() {
        return platform;
    }

    LinkflowServer server() {
        return server;
    }

    /** What a connector needs to reach it; the secret comes from a file, as it should. */
    Map<String, String> account() {
        Map<String, String> account = new LinkedHashMap<>();
        account.put("linkflow.url", server.uri().toString());
        account.put("linkflow.app.key", LinkflowTokens.APP_KEY);
        account.put(SECRET_KEY, "${file:" + Secrets.FILE + ":" + SECRET_KEY + "}");
        return account;
    }

    /** Hangs up; the platform behind it stays as it is. */
    @Override
    public void close() {
        server.close();
    }

    /** The file that configurations refer to. */
    private static final class Secrets {

        static final Path FILE = write();

        private static Path write() {
            try {
                Path directory =
                        Files.createDirectories(ProjectRoot.find().resolve("integration-tests/target/secrets"));
                return Files.writeString(
                        directory.resolve("linkflow.properties"), SECRET_KEY + "=" + LinkflowTokens.APP_SECRET + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
