package io.martech.connect.integration.sources;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.sandbox.comparison.YoumiRecords;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import io.martech.connect.sandbox.youmi.YoumiFault;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import io.martech.connect.sandbox.youmi.YoumiServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A simulated Youmi on the real clock, as connectors on a worker reach it, whose rows come in another order each time. */
final class SimulatedYoumi implements SourcePlatform {

    private static final AtomicLong SEED = new AtomicLong(20_260_301);
    private static final int ROWS = 100;
    private static final int SOME_ROWS = 20;

    private final YoumiPlatform platform;
    private final ApiServer server;
    private int changes;

    private SimulatedYoumi(YoumiPlatform platform) {
        this.platform = platform;
        this.server = YoumiServer.start(platform);
    }

    /** An empty platform. */
    static SimulatedYoumi start() {
        YoumiPlatform platform = new YoumiPlatform(InstantSource.system(), SEED.incrementAndGet());
        platform.quirks().shuffling.set(true).oneTokenAtATime.set(true);
        return new SimulatedYoumi(platform);
    }

    YoumiPlatform platform() {
        return platform;
    }

    @Override
    public ConnectorSettings source(String topicPrefix) {
        Map<String, String> account =
                new LinkedHashMap<>(SecretsFile.referencesTo(Map.of("youmi.app.key", YoumiPlatform.APP_KEY)));
        account.put("youmi.url", server.uri().toString());
        account.put("youmi.app.id", YoumiPlatform.APP_ID);
        return ConnectorSettings.source(account, "io.martech.connect.source.youmi.YoumiSourceConnector", topicPrefix);
    }

    @Override
    public List<Rows> rows() {
        return Stream.of(YoumiList.values())
                .map(list -> new Rows(
                        list.text(),
                        list.keys(),
                        platform.rowsByKey(list).values().stream()
                                .map(YoumiRecords::row)
                                .toList()))
                .toList();
    }

    @Override
    public void insertHistory() {
        insertIntoEach(ROWS);
    }

    @Override
    public boolean isReadInParts() {
        return false;
    }

    @Override
    public void insertSomeRows() {
        insertIntoEach(SOME_ROWS);
    }

    private void insertIntoEach(int rows) {
        for (YoumiList list : YoumiList.values()) {
            platform.insert(list, rows);
        }
    }

    /** Counters stay, for they are in no record before something else changes. */
    @Override
    public void change() {
        YoumiList list = YoumiList.values()[changes++ % YoumiList.values().length];
        platform.updateRandom(list, 1);
        if (changes % 10 == 0) {
            platform.insert(list);
        }
    }

    /** Each reading says when it was made; its answers were asked for at most that long before. */
    @Override
    public boolean isReadUpTo(Instant time, ProgressTopic progress) {
        return progress.readUpTo().isAfter(time.plusSeconds(2));
    }

    @Override
    public void answerAfter(Duration least, Duration most) {
        platform.conditions().latency(most);
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
    public List<Fault> passingFaults() {
        return List.of(YoumiFault.SERVER_FAULT, YoumiFault.ERROR_WITH_EMPTY_LIST, YoumiFault.SUCCESS_THAT_IS_NONE);
    }

    @Override
    public Map<Fault, String> stoppingFaults() {
        return Map.of(
                YoumiFault.ERROR_WITH_EMPTY_LIST,
                "answered HTTP 200 with code 31, which is not documented",
                YoumiFault.SUCCESS_WITH_NULL,
                "youmi.null.is.empty.list",
                YoumiFault.error(10005),
                "Check youmi.app.key",
                YoumiFault.error(200001),
                "underscores_in_headers");
    }

    @Override
    public void close() {
        server.close();
    }
}
