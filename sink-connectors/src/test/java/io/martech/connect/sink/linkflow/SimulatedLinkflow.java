package io.martech.connect.sink.linkflow;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import io.martech.connect.sink.contract.SimulatedPlatform;
import io.martech.connect.sink.contract.TaskRun;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated Linkflow on the real clock. */
final class SimulatedLinkflow implements SimulatedPlatform {

    final LinkflowPlatform platform;
    final ApiServer server;

    SimulatedLinkflow(long seed) {
        platform = new LinkflowPlatform(InstantSource.system(), seed);
        server = LinkflowServer.start(platform);
    }

    /** Runs tasks of the messages sink. */
    static TaskRun<SimulatedLinkflow> messages(long seed) {
        return new TaskRun<>(new SimulatedLinkflow(seed), LinkflowMessagesSinkConnector.Task::new);
    }

    @Override
    public String name() {
        return "Linkflow";
    }

    @Override
    public Map<String, String> access() {
        return Map.of(
                "linkflow.url",
                server.uri().toString(),
                "linkflow.app.key",
                LinkflowPlatform.APP_KEY,
                "linkflow.app.secret",
                LinkflowPlatform.APP_SECRET);
    }

    @Override
    public String addressKey() {
        return "linkflow.url";
    }

    @Override
    public String secretKey() {
        return "linkflow.app.secret";
    }

    @Override
    public Optional<Trial> trial() {
        return Optional.of(new Trial("token", List.of("linkflow.app.secret", "linkflow.app.key")));
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
        return new LinkflowFault(status, code);
    }

    @Override
    public String unknownCode() {
        return "B99999";
    }

    @Override
    public Fault refusal() {
        return error(500, "B00010");
    }

    @Override
    public void close() {
        server.close();
    }
}
