package io.martech.connect.sink.m1world;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import io.martech.connect.sandbox.m1world.account.ErrorShape;
import io.martech.connect.sink.contract.SimulatedPlatform;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated M1world on the real clock, with a fixed key. */
final class SimulatedM1world implements SimulatedPlatform {

    final M1worldPlatform platform = new M1worldPlatform(InstantSource.system(), 1);
    final M1worldServer server = M1worldServer.start(platform);

    @Override
    public String name() {
        return "M1world";
    }

    @Override
    public Map<String, String> access() {
        return Map.of("m1world.url", server.api().uri().toString(), "m1world.token", M1worldPlatform.TOKEN);
    }

    @Override
    public String addressKey() {
        return "m1world.url";
    }

    @Override
    public String secretKey() {
        return "m1world.token";
    }

    @Override
    public Optional<Trial> trial() {
        return Optional.of(new Trial("contact.setting", List.of("m1world.token")));
    }

    @Override
    public FaultPlan faults() {
        return server.api().faults();
    }

    @Override
    public RequestCounters requests() {
        return server.api().requests();
    }

    @Override
    public List<Throwable> ownErrors() {
        return server.ownErrors();
    }

    @Override
    public Fault error(int status, String code) {
        return new M1worldFault(status, code, ErrorShape.CODE_IN_DATA);
    }

    @Override
    public String unknownCode() {
        return "E99999";
    }

    @Override
    public Fault refusal() {
        return error(200, "E10103");
    }

    @Override
    public void close() {
        server.close();
    }
}
