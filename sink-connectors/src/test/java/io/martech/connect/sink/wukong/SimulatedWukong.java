package io.martech.connect.sink.wukong;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import io.martech.connect.sandbox.wukong.WukongFault;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import io.martech.connect.sandbox.wukong.WukongServer;
import io.martech.connect.sink.contract.SimulatedPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated Wukong on the real clock, with two users. */
final class SimulatedWukong implements SimulatedPlatform {

    static final String UID = "77";
    static final String OTHER_UID = "78";

    final WukongPlatform platform = new WukongPlatform(InstantSource.system(), 1);
    final ApiServer server = WukongServer.start(platform);
    private final String refreshToken = platform.tokens().issue().refreshToken();
    private final Path tokenStore = newDirectory();

    SimulatedWukong() {
        platform.addList(UID, "线索");
        platform.addList(OTHER_UID, "线索");
    }

    @Override
    public String name() {
        return "Wukong";
    }

    @Override
    public Map<String, String> access() {
        return Map.of(
                "wukong.url",
                server.uri().toString(),
                "wukong.app.id",
                WukongPlatform.APP_ID,
                "wukong.app.secret",
                WukongPlatform.APP_SECRET,
                "wukong.refresh.token",
                refreshToken,
                "token.store.path",
                tokenStore.toString());
    }

    @Override
    public String addressKey() {
        return "wukong.url";
    }

    @Override
    public String secretKey() {
        return "wukong.app.secret";
    }

    @Override
    public Optional<Trial> trial() {
        return Optional.empty();
    }

    @Override
    public FaultPlan faults() {
        return server.faults();
    }

    @Override
    public RequestCounters requests() {
        return server.requests();
    }

    @Override
    public List<Throwable> ownErrors() {
        return server.ownErrors();
    }

    @Override
    public Fault error(int status, String code) {
        return new WukongFault(status, code);
    }

    @Override
    public String unknownCode() {
        return "99999";
    }

    @Override
    public Fault refusal() {
        return error(200, "40035");
    }

    @Override
    public void close() {
        server.close();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("tokens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
