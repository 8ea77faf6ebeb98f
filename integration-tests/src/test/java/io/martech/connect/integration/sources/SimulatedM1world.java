package io.martech.connect.integration.sources;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.sandbox.adapter.M1worldAdapter;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.account.ContactOrder;
import io.martech.connect.sandbox.m1world.account.ErrorShape;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A simulated M1world on the real clock, as connectors on a worker reach it, whose contacts come in the order of their change. */
final class SimulatedM1world implements SourcePlatform {

    private static final AtomicLong SEED = new AtomicLong(20_260_301);
    private static final int CONTACTS = 1_000;
    private static final int SOME_CONTACTS = 120;
    private static final int EVENTS = 60;

    private final M1worldAdapter adapter = M1worldAdapter.start(InstantSource.system(), SEED.incrementAndGet());
    private final M1worldPlatform platform = adapter.platform();
    private final List<Long> tasks = new ArrayList<>();
    private int changes;
    private int events;

    private SimulatedM1world() {
        platform.quirks().contactOrder.set(ContactOrder.LAST_CHANGED_FIRST);
        platform.quirks().errorShapes.set(List.of(ErrorShape.values()));
    }

    /** An empty platform. */
    static SimulatedM1world start() {
        return new SimulatedM1world();
    }

    @Override
    public M1worldAdapter adapter() {
        return adapter;
    }

    @Override
    public ConnectorSettings source(String topicPrefix) {
        Map<String, String> account = SecretsFile.hiding(adapter.account(), "m1world.token");
        return ConnectorSettings.source(
                        account, "io.martech.connect.source.m1world.M1worldSourceConnector", topicPrefix)
                .with("m1world.quota.pause.ms", "100")
                .with("rate.limit.requests.per.hour", "0")
                .with("contacts.pass.interval.ms", "100")
                .withoutTrial();
    }

    @Override
    public void insertHistory() {
        insert(CONTACTS);
    }

    /** Forty pages of contacts are one reading. */
    @Override
    public boolean isReadInParts() {
        return false;
    }

    @Override
    public void insertSomeRows() {
        insert(SOME_CONTACTS);
    }

    private void insert(int contacts) {
        platform.contacts().insert(contacts);
        platform.addGroup("群组");
        platform.addTag("标签");
        platform.addProperty("注册时间", 1);
        addTask();
        for (int i = 0; i < EVENTS; i++) {
            addEvent(Duration.ofMinutes(i));
        }
    }

    private synchronized void addTask() {
        Instant sent = Instant.now().minus(Duration.ofHours(2));
        tasks.add(platform.addTask("邮件主题 " + tasks.size(), sent, sent));
    }

    private synchronized void addEvent(Duration ago) {
        if (tasks.isEmpty()) {
            addTask();
        }
        platform.addEvent(
                tasks.get(events % tasks.size()),
                MailEvent.values()[events % MailEvent.values().length],
                "m" + events++ + "@example.com",
                Instant.now().minus(ago),
                "");
    }

    @Override
    public void change() {
        changes++;
        if (changes % 5 == 0 || platform.contacts().count() == 0) {
            platform.contacts().insert();
        } else {
            platform.contacts().updateRandom(1);
        }
        addEvent(changes % 3 == 0 ? Duration.ofHours(1) : Duration.ZERO);
        if (changes % 20 == 0) {
            platform.addGroup("群组 " + changes);
            platform.addTag("标签 " + changes);
        }
    }

    /** Contacts are read up to when a pass began, everything else up to when it was asked for, or a little later. */
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
        return List.of(M1worldFault.SERVER_ERROR, M1worldFault.UNKNOWN_CODE, M1worldFault.QUOTA);
    }

    @Override
    public Map<Fault, String> stoppingFaults() {
        return Map.of(
                M1worldFault.UNKNOWN_CODE,
                "which is not documented",
                new M1worldFault(200, "E10101", ErrorShape.CODE_IN_DATA),
                "Check m1world.token",
                new M1worldFault(200, "E10102", ErrorShape.CODE_AS_DATA),
                "Check the account's plan and permissions",
                new M1worldFault(200, "E00004", ErrorShape.TEXT_AS_DATA),
                "the diamond plan has expired");
    }
}
