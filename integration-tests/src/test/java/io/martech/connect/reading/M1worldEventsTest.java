package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import io.martech.connect.sandbox.m1world.account.QuotaHour;
import io.martech.connect.source.chunk.Chunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of M1world's e-mails, against the simulated platform, in virtual time. */
@Execution(ExecutionMode.CONCURRENT)
class M1worldEventsTest {

    private final List<Long> tasks = new ArrayList<>();
    private int events;

    @ParameterizedTest
    @CsvSource({"1000000,true", "50,false", "15,true"})
    void foldEqualsPlatformWithEventsThatComeWhileTheyAreRead(int pageSize, boolean newestFirst) {
        try (M1worldRig rig = rig(1, 5, 150)) {
            rig.quirks().largestEventPage.set(pageSize).newestEventFirst.set(newestFirst);
            rig.changing(living(rig, 1, Duration.ofMinutes(1))).life.changesPerSecond(0.2);
            rig.readFor(Duration.ofMinutes(100));
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
        }
    }

    @Test
    void eventsThatAreToldLongAfterTheirTimeAreFoundAndCounted() {
        try (M1worldRig rig = rig(2, 3, 3_000)) {
            rig.readToRest();
            long before = rig.server.api().requests().total();
            // Hours after it happened, in the midst of thousands.
            add(rig, tasks.get(1), rig.clock.instant().minus(Duration.ofHours(9)));
            rig.readFor(Duration.ofHours(2));
            assertFoldEqualsPlatform(rig);
            Chunk last = rig.chunks.get(rig.chunks.size() - 1);
            assertThat(last.facts().lateRows()).isEqualTo(1);
            assertThat(last.facts().oldestLateMillis())
                    .as("its age by trusted time, which may be two seconds behind")
                    .isGreaterThanOrEqualTo(Duration.ofHours(9).toMillis() - 2_000);
            assertThat(rig.server.api().requests().total() - before)
                    .as("requests of 24 polls of 3 tasks, and to find it")
                    .isLessThan(150);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000})
    void restartsAtEveryChunkEmitNothingTwiceAndLoseNothing(int history) {
        try (M1worldRig rig = rig(3, 4, history)) {
            rig.changing(living(rig, 3, Duration.ofHours(5))).life.changesPerSecond(1);
            for (int i = 0; i < 300; i++) {
                rig.restart();
                if (rig.readChunk().isEmpty()) {
                    rig.life.pass(Duration.ofMinutes(1));
                }
            }
            rig.readToRest();
            rig.clock.advance(Duration.ofDays(1));
            rig.readAll();
            assertFoldEqualsPlatform(rig);
            assertThat(rig.repetitions()).as("events emitted twice").isZero();
        }
    }

    @Test
    void anUnchangedTaskCostsOneRequestOfOneRow() {
        try (M1worldRig rig = rig(4, 3, 5_000)) {
            rig.readToRest();
            long before = rig.server.api().requests().total();
            rig.readAll();
            assertThat(rig.server.api().requests().total() - before)
                    .as("the list of tasks, and a count for each")
                    .isEqualTo(1 + 3);
        }
    }

    @Test
    void olderTasksAreLookedAtMoreRarely() {
        try (M1worldRig rig = rig(5, 0, 0)) {
            for (int age : new int[] {0, 3, 20, 60, 200}) {
                Instant sent = rig.clock.instant().minus(Duration.ofDays(age)).minusSeconds(60);
                tasks.add(rig.platform.addTask("age " + age, sent, sent));
                add(rig, tasks.get(tasks.size() - 1), sent.plusSeconds(30));
            }
            rig.readAll();
            assertThat(rig.fold).as("the whole history").hasSize(5);
            long before = rig.server.api().requests().of("edm.task.detail");
            rig.readFor(Duration.ofDays(1).minus(Duration.ofHours(1)));
            long requests = rig.server.api().requests().of("edm.task.detail") - before;
            assertThat(requests).isBetween(23L * 12 + 22 + 3, 23L * 12 + 26 + 5);
            for (int i = 0; i < 4; i++) {
                add(rig, tasks.get(i), rig.clock.instant());
            }
            rig.readFor(Duration.ofDays(1));
            assertFoldEqualsPlatform(rig);
        }
    }

    @Test
    void aQuotaThatIsUsedUpInMidReadingLosesNothing() {
        try (M1worldRig rig = rig(6, 5, 2_000)) {
            rig.quirks().quota.set(20).quotaHour.set(QuotaHour.ROLLING);
            rig.readFor(Duration.ofHours(8));
            rig.quirks().quota.set(Integer.MAX_VALUE).quotaHour.set(QuotaHour.ROLLING);
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
            assertThat(rig.client().statistics().platformPauses()).isPositive();
        }
    }

    @Test
    void anErrorIsNeverAnEmptyTask() {
        try (M1worldRig rig = rig(7, 3, 500)) {
            rig.readToRest();
            rig.server.api().faults().outage(M1worldFault.UNKNOWN_CODE, Traffic.READ);
            assertThatThrownBy(rig::readAll).isInstanceOf(PlatformException.class);
            rig.server.api().faults().heal();
            add(rig, tasks.get(0), rig.clock.instant());
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
        }
    }

    @Test
    void manyEventsOfOneSecondArrive() {
        try (M1worldRig rig = rig(8, 1, 0)) {
            Instant second = rig.clock.instant().minusSeconds(100);
            for (int i = 0; i < 12_000; i++) {
                add(rig, tasks.get(0), second);
            }
            rig.readAll();
            assertFoldEqualsPlatform(rig);
            assertThat(rig.chunks).allSatisfy(chunk -> assertThat(chunk.rows()).hasSizeLessThanOrEqualTo(10_000));
            assertThat(rig.repetitions()).isZero();
        }
    }

    /** Events keep coming while nothing reads; some of them become known only then. */
    @ParameterizedTest(name = "age {0} days when reading stops, for {1} days")
    @CsvSource({"0,100", "30,100", "85,11", "79,11", "89,400", "1,5"})
    void nothingIsLostHoweverLongReadingIsStopped(int age, int stoppedFor) {
        try (M1worldRig rig = rig(10, 0, 0)) {
            Instant sent = rig.clock.instant().minus(Duration.ofDays(age)).minusSeconds(60);
            for (int i = 0; i < 3; i++) {
                tasks.add(rig.platform.addTask("task " + i, sent, sent));
                add(rig, tasks.get(i), sent.plusSeconds(30));
            }
            rig.readFor(Duration.ofHours(1));
            int watched = Math.min(stoppedFor, 90 - age);
            for (int day = 0; day < stoppedFor; day++) {
                rig.clock.advance(Duration.ofDays(1));
                if (day < watched) {
                    add(rig, tasks.get(day % 3), rig.clock.instant().minusSeconds(90_000));
                }
            }
            rig.restart();
            rig.readFor(Duration.ofHours(1));
            assertFoldEqualsPlatform(rig);
        }
    }

    @ParameterizedTest
    @CsvSource({"400,50", "400,64", "1000,50", "51,50", "399,7"})
    void pagesThatRepeatEventsOfOneSecondLoseNone(int count, int pageSize) {
        try (M1worldRig rig = rig(11, 1, 20)) {
            rig.quirks()
                    .largestEventPage
                    .set(pageSize)
                    .replicasOrderTiesDifferently
                    .set(true);
            Instant second = rig.clock.instant().minusSeconds(100);
            for (int i = 0; i < count; i++) {
                add(rig, tasks.get(0), second);
            }
            rig.readFor(Duration.ofHours(1));
            assertFoldEqualsPlatform(rig);
            assertThat(rig.repetitions()).isZero();
            long before = rig.server.api().requests().total();
            rig.readAll();
            assertThat(rig.server.api().requests().total() - before)
                    .as("requests of a look at what has not changed")
                    .isLessThanOrEqualTo(2);
        }
    }

    /** Someone clicked twice in a second: the platform has two events that nothing tells apart. */
    @Test
    void eventsThatAreAlikeAreOneAndCostNothingMore() {
        try (M1worldRig rig = rig(12, 1, 5)) {
            Instant second = rig.clock.instant().minusSeconds(100);
            for (int i = 0; i < 2; i++) {
                rig.platform.addEvent(
                        tasks.get(0), MailEvent.CLICK, "twice@example.com", second, "http://example.com/");
            }
            rig.readFor(Duration.ofMinutes(10));
            assertFoldEqualsPlatform(rig);
            long before = rig.server.api().requests().total();
            rig.readAll();
            assertThat(rig.server.api().requests().total() - before).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void nothingIsKeptOfTasksThatAreReadNoLonger() {
        try (M1worldRig rig = rig(13, 2, 3_000)) {
            rig.readFor(Duration.ofHours(1));
            assertThat(rig.storedCharacters()).as("while they are read").isGreaterThan(60_000);
            for (int day = 0; day < 92; day++) {
                rig.clock.advance(Duration.ofDays(1));
                rig.readAll();
            }
            rig.restart();
            rig.readFor(Duration.ofHours(1));
            assertThat(rig.storedCharacters())
                    .as("when they are read no longer")
                    .isLessThan(2_000);
            assertThat(rig.repetitions()).isZero();
            assertFoldEqualsPlatform(rig);
        }
    }

    /** An offset of a span that is read in parts now is deleted, wherever reading was interrupted. */
    @Test
    void nothingIsKeptTwiceOfSpansThatAreReadInParts() {
        try (M1worldRig rig = rig(14, 1, 900)) {
            rig.readAll();
            int before = rig.storedCharacters();
            for (int i = 0; i < 900; i++) {
                add(rig, tasks.get(0), rig.clock.instant().minusSeconds(i));
            }
            for (int i = 0; i < 30; i++) {
                rig.restart();
                rig.readChunk();
            }
            rig.readFor(Duration.ofHours(1));
            assertThat(rig.storedCharacters()).isLessThan(before * 5 / 2);
            assertThat(rig.repetitions()).isZero();
            assertFoldEqualsPlatform(rig);
        }
    }

    @Test
    void withAStartTimeOlderTasksAreLeftOut() {
        try (M1worldRig rig = rig(9, 2, 100)) {
            rig.with("start.time", "2026-03-02 00:00:00");
            rig.clock.advance(Duration.ofDays(2));
            Instant now = rig.clock.instant();
            long task = rig.platform.addTask("later", now, now);
            add(rig, task, now);
            rig.clock.advance(Duration.ofMinutes(2));
            rig.readAll();
            assertThat(rig.fold.values()).hasSize(1).allSatisfy(event -> assertThat(
                            event.path("task_id").asLong())
                    .isEqualTo(task));
        }
    }

    /** Tasks sent some hours ago, with events since. */
    private M1worldRig rig(long seed, int taskCount, int eventsEach) {
        M1worldRig rig = new M1worldRig("email-events", "event_id", seed);
        Random random = new Random(seed);
        for (int i = 0; i < taskCount; i++) {
            Instant sent = rig.clock.instant().minus(Duration.ofHours(10));
            long task = rig.platform.addTask("邮件主题 " + i, sent.minus(Duration.ofHours(1)), sent);
            tasks.add(task);
            for (int j = 0; j < eventsEach; j++) {
                add(rig, task, sent.plusSeconds(random.nextInt(36_000)));
            }
        }
        return rig;
    }

    /** Events happen now, or became known late. */
    private Runnable living(M1worldRig rig, long seed, Duration latest) {
        Random random = new Random(seed);
        return () -> add(
                rig,
                tasks.get(random.nextInt(tasks.size())),
                rig.clock.instant().minusSeconds(random.nextInt((int) latest.toSeconds())));
    }

    private void add(M1worldRig rig, long task, Instant time) {
        MailEvent kind = MailEvent.values()[events % MailEvent.values().length];
        rig.platform.addEvent(
                task,
                kind,
                "m" + events++ + "@example.com",
                time,
                kind == MailEvent.CLICK ? "http://example.com/" : "");
    }

    private void assertFoldEqualsPlatform(M1worldRig rig) {
        TreeMap<String, String> truth = new TreeMap<>();
        for (long task : tasks) {
            rig.platform.eventsOf(task).forEach(event -> truth.put(keyOf(event), ExactJson.fingerprint(event)));
        }
        TreeMap<String, String> read = new TreeMap<>();
        rig.fold.values().forEach(event -> {
            com.fasterxml.jackson.databind.node.ObjectNode bare = event.deepCopy();
            bare.remove("event_id");
            read.put(keyOf(event), ExactJson.fingerprint(bare));
        });
        assertThat(truth.keySet().stream().filter(key -> !read.containsKey(key)).toList())
                .as("events missing from the topic")
                .isEmpty();
        assertThat(read).isEqualTo(truth);
    }

    private static String keyOf(JsonNode event) {
        return event.path("task_id").asText() + event.path("email").asText();
    }
}
