package io.martech.connect.integration.sources;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.sandbox.adapter.YoumiAdapter;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.youmi.YoumiFault;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A simulated Youmi on the real clock, as connectors on a worker reach it, whose rows come in another order each time. */
final class SimulatedYoumi implements SourcePlatform {

    private static final AtomicLong SEED = new AtomicLong(20_260_301);
    private static final int ROWS = 100;
    private static final int SOME_ROWS = 20;

    private final YoumiAdapter adapter = YoumiAdapter.start(InstantSource.system(), SEED.incrementAndGet());
    private final YoumiPlatform platform = adapter.platform();
    private int changes;

    private SimulatedYoumi() {
        platform.quirks().shuffling.set(true);
        platform.quirks().oneTokenAtATime.set(true);
    }

    /** An empty platform. */
    static SimulatedYoumi start() {
        return new SimulatedYoumi();
    }

    @Override
    public YoumiAdapter adapter() {
        return adapter;
    }

    YoumiPlatform platform() {
        return platform;
    }

    @Override
    public ConnectorSettings source(String topicPrefix) {
        Map<String, String> account = SecretsFile.hiding(adapter.account(), "youmi.app.key");
        return ConnectorSettings.source(account, "io.martech.connect.source.youmi.YoumiSourceConnector", topicPrefix);
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
}
