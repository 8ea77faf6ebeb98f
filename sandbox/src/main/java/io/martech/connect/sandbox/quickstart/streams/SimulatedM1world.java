package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** M1world with contacts, and an account with a fixed key. */
final class SimulatedM1world implements SimulatedPlatform {

    private static final int CONTACTS = 200;
    private static final int TASKS = 3;
    private static final int EVENTS = 100;

    /** Longer times, the model's values, are longer than anybody watches. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private final M1worldPlatform platform;
    private final M1worldServer server;
    private final List<Long> tasks;

    private SimulatedM1world(M1worldPlatform platform, M1worldServer server, List<Long> tasks) {
        this.platform = platform;
        this.server = server;
        this.tasks = tasks;
    }

    private static List<Long> addTasks(M1worldPlatform platform) {
        List<Long> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            Instant sent = Instant.now().minus(Duration.ofHours(3 + i));
            long task = platform.addTask("邮件 " + i, sent.minus(Duration.ofHours(1)), sent);
            for (int j = 0; j < EVENTS; j++) {
                platform.addEvent(task, MailEvent.OPEN, "history" + j + "@example.com", sent.plusSeconds(60L * j), "");
            }
            tasks.add(task);
        }
        return tasks;
    }

    /** Ids of the tasks that e-mails were sent by. */
    List<Long> tasks() {
        return tasks;
    }

    static SimulatedM1world start() {
        M1worldPlatform platform = new M1worldPlatform(Clock.systemUTC(), 1);
        platform.conditions().latency(Duration.ofMillis(10));
        // A counter is no news, so what topics say of it may be old; the document's example has 0 there.
        platform.quirks().membersCounted.set(false);
        platform.contacts().insert(CONTACTS);
        platform.addGroup("官网访客");
        platform.addTag("意向客户");
        return new SimulatedM1world(platform, M1worldServer.start(platform), addTasks(platform));
    }

    M1worldPlatform state() {
        return platform;
    }

    @Override
    public String name() {
        return "M1world";
    }

    @Override
    public URI uri() {
        return server.api().uri();
    }

    @Override
    public String history() {
        return String.format(Locale.ROOT, "%,d contacts, %,d e-mail events", CONTACTS, TASKS * EVENTS);
    }

    @Override
    public String propertiesFile() {
        return "config/m1world.properties";
    }

    @Override
    public Map<String, String> properties(Path directory) {
        return Map.of(
                "m1world.url",
                uri().toString(),
                "m1world.token",
                M1worldPlatform.TOKEN,
                "m1world.source.requests.per.hour",
                "0",
                "poll.interval.ms",
                Long.toString(POLL_INTERVAL.toMillis()),
                "contacts.pass.interval.ms",
                Long.toString(POLL_INTERVAL.toMillis()));
    }

    @Override
    public Map<String, Long> requests() {
        return server.api().requests().all();
    }

    @Override
    public void close() {
        server.close();
    }
}
