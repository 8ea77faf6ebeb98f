package io.martech.connect.integration.sources;

import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.sandbox.adapter.WukongAdapter;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.token.TokenRules.OldRefreshToken;
import io.martech.connect.sandbox.wukong.WukongFault;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A simulated Wukong on the real clock, as connectors on a worker reach it, and a directory for its tokens. */
public final class SimulatedWukong implements SourcePlatform {

    private static final AtomicLong SEED = new AtomicLong(20_260_201);
    private static final int DAYS = 30;
    private static final int LEADS = 400;
    private static final int SOME_DAYS = 5;
    private static final int SOME_LEADS = 50;

    private final WukongAdapter adapter = WukongAdapter.start(InstantSource.system(), SEED.incrementAndGet());
    private final WukongPlatform platform = adapter.platform();
    private final Path tokenStore = newTokenStore();
    private final Map<String, String> account;

    /** Of the open day: closed days are read again after hours. */
    private final List<String> newLeads = new ArrayList<>();

    private int changes;

    private SimulatedWukong() {
        platform.tokens().rules().oldRefreshToken.set(OldRefreshToken.LIVES_UNTIL_ITS_SUCCESSOR_IS_USED);
        account = SecretsFile.hiding(adapter.account(), "wukong.app.secret", "wukong.refresh.token");
        account.put("token.store.path", tokenStore.toString());
    }

    /** An empty platform. An answer to a token call that gets lost does no harm. */
    public static SimulatedWukong start() {
        return new SimulatedWukong();
    }

    @Override
    public WukongAdapter adapter() {
        return adapter;
    }

    public WukongPlatform platform() {
        return platform;
    }

    public ApiServer server() {
        return adapter.server();
    }

    public Path tokenStore() {
        return tokenStore;
    }

    /** What a connector needs to reach it and to be let in. */
    public Map<String, String> account() {
        return account;
    }

    @Override
    public ConnectorSettings source(String topicPrefix) {
        return ConnectorSettings.source(
                account(), "io.martech.connect.source.wukong.WukongSourceConnector", topicPrefix);
    }

    @Override
    public void insertHistory() {
        insertLeads(LEADS, DAYS);
    }

    @Override
    public void insertSomeRows() {
        insertLeads(SOME_LEADS, SOME_DAYS);
    }

    /** The oldest list says where history begins. */
    private void insertLeads(int count, int days) {
        Instant created = Instant.now().minus(Duration.ofDays(days));
        platform.addList("77", "官网访客", created);
        platform.addList("78", "展会名片", created);
        platform.insertLeadHistory(count, Duration.ofDays(days));
    }

    /** No lead ever gets content again that it had before, so that what is emitted twice can be told. */
    @Override
    public void change() {
        if (newLeads.size() < 20) {
            newLeads.add(platform.insertLead());
        }
        changes++;
        List<String> phone = List.of(String.format(Locale.ROOT, "139%08d", changes));
        newLeads.stream().limit(3).forEach(id -> platform.updateLead(id, List.of("王伟", "李芳"), phone, List.of()));
        if (newLeads.size() % 10 == 1) {
            platform.addList("79", "活动 " + newLeads.size());
        }
    }

    /** Each reading says when it was made; a day that was open then is read last, at most a poll later. */
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
        return List.of(WukongFault.UNKNOWN_CODE, WukongFault.EMPTY_OBJECT, WukongFault.SUCCESS_WITHOUT_ROWS);
    }

    @Override
    public Map<Fault, String> stoppingFaults() {
        return Map.of(
                WukongFault.UNKNOWN_CODE, "answered HTTP 200 with code 99999, which is not documented",
                WukongFault.EMPTY_OBJECT, "JSON of another form (object) where a JSON array is due",
                WukongFault.SUCCESS_WITHOUT_ROWS, "JSON of another form (object) where a JSON array is due");
    }

    private static Path newTokenStore() {
        try {
            Path parent = Files.createDirectories(ProjectRoot.find().resolve("integration-tests/target/tokens"));
            return Files.createTempDirectory(parent, "store-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
