package io.martech.connect.integration.sources;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.sandbox.adapter.LinkflowAdapter;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A simulated Linkflow on the real clock, as connectors on a worker reach it. Its pages are small, so that small data sets
 * take many requests.
 */
public final class SimulatedLinkflow implements SourcePlatform {

    private static final AtomicLong SEED = new AtomicLong(20_260_101);
    private static final int ORDERS = 1_200;
    private static final int CONTACTS = 400;
    private static final int SOME_ROWS = 150;
    private static final Duration HISTORY = Duration.ofDays(2);

    private final LinkflowAdapter adapter = LinkflowAdapter.start(InstantSource.system(), SEED.incrementAndGet());
    private final LinkflowPlatform platform = adapter.platform();
    private final Map<String, String> account = SecretsFile.hiding(adapter.account(), "linkflow.app.secret");

    private SimulatedLinkflow() {
        platform.quirks().cursorPageSize.set(37);
        platform.quirks().windowPageSize.set(20);
        platform.quirks().largestContactCursorPage.set(50);
    }

    /** An empty platform. */
    public static SimulatedLinkflow start() {
        return new SimulatedLinkflow();
    }

    @Override
    public LinkflowAdapter adapter() {
        return adapter;
    }

    public LinkflowPlatform platform() {
        return platform;
    }

    public ApiServer server() {
        return adapter.server();
    }

    /** What a connector needs to reach it; the secret comes from a file, as it should. */
    public Map<String, String> account() {
        return account;
    }

    @Override
    public ConnectorSettings source(String topicPrefix) {
        return ConnectorSettings.source(account(), ConnectorSettings.SOURCE, topicPrefix)
                .with("settle.lag.ms", "1000")
                .with("lookback.ms", "3000")
                .with("decimal.handling.mode", "string");
    }

    /** The settings of a sink that writes JSON records as messages of one domain, about the person whose phone a field holds. */
    public ConnectorSettings sink(String topic, String domain, String phoneField) {
        return ConnectorSettings.sink(ConnectorSettings.SINK, account(), topic)
                .with("message.domain", domain)
                .with("identity.fields", phoneField + ":mobilePhone")
                .with("channel.key", "udc_12SyQfFmg");
    }

    @Override
    public void insertHistory() {
        platform.orders().insertHistory(ORDERS, HISTORY);
        platform.contacts().insertHistory(CONTACTS, HISTORY);
    }

    @Override
    public void insertSomeRows() {
        platform.orders().insertHistory(SOME_ROWS, HISTORY);
        platform.contacts().insertHistory(SOME_ROWS / 2, HISTORY);
    }

    @Override
    public void change() {
        platform.orders().updateRandom(2);
        platform.contacts().updateRandom(2);
        platform.orders().insert();
        platform.contacts().insert();
    }

    @Override
    public boolean isReadUpTo(Instant time, ProgressTopic progress) {
        return progress.completeUpTo().isAfter(time);
    }

    @Override
    public void answerAfter(Duration least, Duration most) {
        platform.conditions().latency(least, most);
    }

    @Override
    public List<Fault> passingFaults() {
        return List.of(LinkflowFault.UNKNOWN_CODE, LinkflowFault.ERROR_WITH_STATUS_200);
    }

    @Override
    public Map<Fault, String> stoppingFaults() {
        return Map.of(
                LinkflowFault.UNKNOWN_CODE,
                "answered HTTP 500 with code B99999, which is not documented",
                LinkflowFault.ERROR_WITH_STATUS_200,
                "answered HTTP 200 with code B99999",
                new LinkflowFault(404, "B00404"),
                "answered HTTP 404 with code B00404");
    }
}
