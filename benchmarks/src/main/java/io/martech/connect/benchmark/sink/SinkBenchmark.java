package io.martech.connect.benchmark.sink;

import io.martech.connect.benchmark.report.Figure;
import io.martech.connect.benchmark.report.Median;
import io.martech.connect.benchmark.setting.BareHttp;
import io.martech.connect.benchmark.setting.Benchmark;
import io.martech.connect.benchmark.setting.BenchmarkCluster;
import io.martech.connect.benchmark.setting.ConnectorHealth;
import io.martech.connect.benchmark.setting.Setting;
import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.JvmOptions;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.RequestBody;

/**
 * Messages of different people through one task with the default configuration, and as many requests in flight from a bare
 * loop, in turns. Each of these messages needs a request of its own, since a request speaks of one person.
 */
public final class SinkBenchmark implements Benchmark {

    private static final String NAME = "sink";
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final double RATE_TARGET = 1_000;
    private static final double RATIO_TARGET = 0.7;

    private static final String PATH = "/open/messages";
    private static final int ROUNDS = 5;
    private static final int MESSAGES_PER_ROUND = 3_000;
    private static final int MESSAGES_ONE_AT_A_TIME = 60;
    private static final int MESSAGES_OF_FEW = 4_000;
    private static final int FEW = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(Setting setting) throws InterruptedException {
        Path directory = setting.freshDirectory(NAME);
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start(LATENCY);
                BenchmarkCluster cluster = setting.startCluster(JvmOptions.server("512m"), directory);
                EventTopic topic = EventTopic.create(cluster.bootstrapServers());
                BareHttp bare = new BareHttp(linkflow, MessagesConnector.IN_FLIGHT)) {
            cluster.rest().deploy(MessagesConnector.NAME, MessagesConnector.deployment(linkflow));
            return new Run(setting, linkflow, cluster.rest(), topic, bare).figures();
        }
    }

    /** One run against one platform. */
    private record Run(
            Setting setting,
            SimulatedLinkflow linkflow,
            ConnectRestClient rest,
            EventTopic topic,
            BareHttp bare,
            People people) {

        Run(Setting setting, SimulatedLinkflow linkflow, ConnectRestClient rest, EventTopic topic, BareHttp bare) {
            this(setting, linkflow, rest, topic, bare, new People());
        }

        List<Figure> figures() throws InterruptedException {
            setting.say("warming up");
            throughConnector(people.strangers(MESSAGES_PER_ROUND));
            throughBareLoop();
            setting.say("one request at a time, from a bare loop");
            double oneAtATime = MESSAGES_ONE_AT_A_TIME
                    * 1e9
                    / bare.timeToPost(PATH, bodies(MESSAGES_ONE_AT_A_TIME)).toNanos();
            setting.say("the connector against a bare loop with " + MessagesConnector.IN_FLIGHT
                    + " requests in flight, " + ROUNDS + " rounds of each");
            List<Double> rates = new ArrayList<>();
            List<Double> bareRates = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            int lost = 0;
            for (int round = 0; round < ROUNDS; round++) {
                double bareRate = throughBareLoop().perSecond();
                Received received = throughConnector(people.strangers(MESSAGES_PER_ROUND));
                bareRates.add(bareRate);
                rates.add(received.perSecond());
                ratios.add(received.perSecond() / bareRate);
                lost += MESSAGES_PER_ROUND - received.differentEvents();
            }
            setting.say(FEW + " people who keep coming back, among strangers");
            long conflictsBefore = linkflow.server().conflictingWrites();
            Received ofFew = throughConnector(people.mostlyRegulars(MESSAGES_OF_FEW, FEW));
            lost += MESSAGES_OF_FEW - ofFew.differentEvents();
            return List.of(
                    Figure.reported(NAME, "bare loop, one at a time: messages a second", oneAtATime),
                    Figure.reported(NAME, "bare loop, 32 in flight: messages a second", Median.of(bareRates)),
                    Figure.atLeast(NAME, "connector: messages a second", Median.of(rates), RATE_TARGET),
                    Figure.atLeast(
                            NAME, "connector / bare loop with as many in flight", Median.of(ratios), RATIO_TARGET),
                    Figure.exactly(NAME, "messages that did not arrive", lost, 0),
                    Figure.exactly(NAME, "20 people again and again: messages out of order", ofFew.outOfOrder(), 0),
                    Figure.exactly(
                            NAME,
                            "20 people again and again: two requests for one at once",
                            linkflow.server().conflictingWrites() - conflictsBefore,
                            0));
        }

        private Received throughBareLoop() throws InterruptedException {
            int before = platform().receivedMessageCount();
            bare.postInParallel(PATH, bodies(MESSAGES_PER_ROUND), MessagesConnector.IN_FLIGHT);
            return receivedSince(before);
        }

        private Received throughConnector(List<Event> events) throws InterruptedException {
            int before = platform().receivedMessageCount();
            long differentBefore = differentMessages();
            topic.write(events);
            ConnectorHealth health = new ConnectorHealth(rest, MessagesConnector.NAME, PATIENCE);
            while (differentMessages() < differentBefore + events.size()) {
                Thread.sleep(10);
                health.requireGood(
                        differentMessages() - differentBefore + " of " + events.size() + " messages have arrived");
            }
            return receivedSince(before);
        }

        private long differentMessages() {
            return platform().receivedMessageCount() - platform().repeatedMessageCount();
        }

        private Received receivedSince(int count) {
            List<ReceivedMessage> all = platform().receivedMessages();
            return new Received(all.subList(count, all.size()));
        }

        private List<RequestBody> bodies(int count) {
            return people.strangers(count).stream().map(Event::toRequestBody).toList();
        }

        private LinkflowPlatform platform() {
            return linkflow.platform();
        }
    }
}
