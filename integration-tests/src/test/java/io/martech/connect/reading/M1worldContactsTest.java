package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RateLimit;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.account.ContactOrder;
import io.martech.connect.sandbox.m1world.account.QuotaHour;
import io.martech.connect.source.chunk.Chunk;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** M1world's contacts in passes, against the simulated platform, in virtual time. */
@Execution(ExecutionMode.CONCURRENT)
class M1worldContactsTest {

    private static final Duration PASS_INTERVAL = Duration.ofMinutes(30);

    @ParameterizedTest
    @EnumSource(ContactOrder.class)
    void foldEqualsPlatformWithContactsThatChangeWhilePassesRun(ContactOrder order) {
        try (M1worldRig rig = rig(3, 800)) {
            rig.quirks().contactOrder.set(order);
            rig.changing(living(rig, 3)).life.changesPerSecond(0.5);
            rig.readFor(Duration.ofHours(1));
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
        }
    }

    /** Ascending ids are read backwards: what is deleted moves rows only to where reading still comes. */
    @ParameterizedTest
    @EnumSource(
            value = ContactOrder.class,
            names = {"BY_ID", "NEWEST_FIRST"})
    void oneSinglePassMissesNothingThatStays(ContactOrder order) {
        try (M1worldRig rig = rig(4, 3_000)) {
            rig.quirks().contactOrder.set(order);
            List<Long> stays = List.copyOf(rig.platform.contacts().byId().keySet());
            Random random = new Random(4);
            rig.changing(() -> {
                rig.platform.contacts().insert();
                if (order == ContactOrder.BY_ID) {
                    deleteAny(rig, random);
                }
            });
            rig.life.changesPerSecond(20);
            while (rig.cursor().number("passes", 0) == 0) {
                rig.readChunk();
            }
            List<Long> missed = rig.platform.contacts().byId().keySet().stream()
                    .filter(stays::contains)
                    .filter(id -> !rig.fold.containsKey(String.valueOf(id)))
                    .toList();
            assertThat(missed)
                    .as("contacts that were there all the time and were missed")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"7", "20", "50"})
    void whateverThePageSize(int pageSize) {
        try (M1worldRig rig = rig(5, 400)) {
            rig.quirks().largestContactPage.set(pageSize);
            rig.readFor(Duration.ofMinutes(10));
            assertFoldEqualsPlatform(rig);
        }
    }

    @Test
    void aPageSizeThatShrinksInMidPassLosesNothing() {
        try (M1worldRig rig = rig(6, 3_000)) {
            rig.readChunk();
            rig.readChunk();
            rig.quirks().largestContactPage.set(20);
            while (rig.cursor().number("passes", 0) == 0) {
                rig.readChunk();
            }
            assertFoldEqualsPlatform(rig);
            assertThat(rig.reader().warnings().getAsLong()).as("warnings").isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(ContactOrder.class)
    void restartsAtEveryChunkEmitNothingTwiceAndLoseNothing(ContactOrder order) {
        try (M1worldRig rig = rig(7, 1_200)) {
            rig.quirks().contactOrder.set(order);
            rig.changing(living(rig, 7)).life.changesPerSecond(0.5);
            for (int i = 0; i < 400; i++) {
                rig.restart();
                if (rig.readChunk().isEmpty()) {
                    rig.life.pass(M1worldRig.POLL_INTERVAL);
                }
            }
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
            assertThat(rig.repetitions()).as("versions emitted twice").isZero();
        }
    }

    /** Seconds by which each of the nodes is ahead; a proxy that is ahead is one node. */
    @ParameterizedTest(name = "nodes {0}")
    @CsvSource({"3600 0", "0 3600", "31536000 0", "3600", "72000"})
    void aDateThatIsAheadHoldsNothingBackAndPromisesNothing(String nodes) {
        try (M1worldRig rig = rig(22, 300)) {
            boolean isWrongForGood = !nodes.contains(" ");
            rig.platform
                    .conditions()
                    .dates()
                    .nodesAhead(Stream.of(nodes.split(" "))
                            .map(Long::parseLong)
                            .map(Duration::ofSeconds)
                            .toArray(Duration[]::new));
            rig.changing(living(rig, 22)).life.changesPerSecond(0.1);
            rig.readFor(Duration.ofHours(2));
            if (!isWrongForGood) {
                LocalDateTime now = LocalDateTime.ofInstant(rig.clock.instant(), ZoneOffset.ofHours(8));
                assertThat(rig.chunks)
                        .allSatisfy(chunk -> assertThat(chunk.facts().readUpTo())
                                .satisfiesAnyOf(upTo -> assertThat(upTo).isNull(), upTo -> assertThat(upTo)
                                        .isBefore(now)));
            }
            rig.platform.conditions().dates().nodesAhead(Duration.ZERO);
            rig.restart();
            rig.life.changesPerSecond(0);
            rig.readFor(PASS_INTERVAL.plus(M1worldRig.POLL_INTERVAL));
            rig.readAll();
            assertFoldEqualsPlatform(rig);
        }
    }

    /** By a wrong clock that has been put right since, or by hand. */
    @Test
    void aPassThatEndedInTheFutureHoldsNoneBack() {
        try (M1worldRig rig = rig(23, 300)) {
            rig.readToRest();
            rig.alter("pass_ended_at", "2027-03-01 10:00:00");
            rig.platform.contacts().updateRandom(100);
            rig.restart();
            rig.readAll();
            assertFoldEqualsPlatform(rig);
        }
    }

    @Test
    void anUnchangedRestartEmitsNothing() {
        try (M1worldRig rig = rig(8, 1_000)) {
            rig.readToRest();
            int before = rig.records();
            rig.restart();
            rig.readFor(Duration.ofHours(2));
            assertThat(rig.records()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(QuotaHour.class)
    void aQuotaThatIsUsedUpInMidPassLosesNothing(QuotaHour hour) {
        try (M1worldRig rig = rig(9, 3_000)) {
            rig.quirks().quota.set(40).quotaHour.set(hour);
            rig.changing(living(rig, 9)).life.changesPerSecond(0.01);
            rig.readFor(Duration.ofHours(6));
            rig.quirks().quota.set(Integer.MAX_VALUE).quotaHour.set(hour);
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
            assertThat(rig.client().statistics().platformPauses()).isPositive();
        }
    }

    /** 3,000 contacts are 60 requests; the open tail is looked at every five minutes all the same. */
    @ParameterizedTest
    @EnumSource(ContactOrder.class)
    void newContactsComeBeforeOldOnesAreReadAgain(ContactOrder order) {
        try (M1worldRig rig = rig(10, 3_000)) {
            rig.quirks().contactOrder.set(order);
            rig.limitedTo(RateLimit.perHour(100));
            rig.readToRest();
            while (!rig.cursor().has("pass_next_page")) {
                if (rig.readChunk().isEmpty()) {
                    rig.life.pass(M1worldRig.POLL_INTERVAL);
                }
            }
            String id = String.valueOf(rig.platform.contacts().insert());
            rig.clock.advance(M1worldRig.POLL_INTERVAL);
            long requestsBefore = rig.server.api().requests().total();
            while (!rig.fold.containsKey(id)) {
                rig.readChunk();
            }
            assertThat(rig.server.api().requests().total() - requestsBefore)
                    .as("requests until the new contact had arrived")
                    .isLessThanOrEqualTo(3);
            assertThat(rig.cursor().has("pass_next_page"))
                    .as("the pass is still under way")
                    .isTrue();
        }
    }

    @Test
    void betweenPassesAPollCostsOneRequest() {
        try (M1worldRig rig = rig(11, 1_000)) {
            rig.readToRest();
            rig.with("contacts.pass.interval.ms", "999999999999").restart();
            rig.readAll();
            long before = rig.server.api().requests().total();
            rig.readAll();
            assertThat(rig.server.api().requests().total() - before).isEqualTo(1);
        }
    }

    @Test
    void bucketsGrowInNumberWhenThereIsTooMuchInThem() {
        Duration rest = Duration.ofDays(1);
        try (M1worldRig rig = rig(12, 60).with("contacts.pass.interval.ms", String.valueOf(rest.toMillis()))) {
            rig.readAll();
            assertThat(rig.cursor().number("buckets", 0)).isEqualTo(16);
            rig.platform.contacts().insert(130_000);
            rig.clock.advance(rest);
            rig.readAll();
            assertThat(rig.cursor().number("buckets", 0)).isEqualTo(128);
            assertThat(rig.records()).isEqualTo(130_060);
            rig.restart();
            rig.clock.advance(rest);
            rig.readAll();
            assertThat(rig.records()).as("records after a restart").isEqualTo(130_060);
        }
    }

    @Test
    void aSingleSpaceIsNull() {
        try (M1worldRig rig = rig(13, 1)) {
            rig.readAll();
            JsonNode contact = rig.fold.values().iterator().next();
            assertThat(contact.path("website")).isEqualTo(NullNode.instance);
            assertThat(contact.path("fullName").asText()).isNotBlank();
        }
    }

    @Test
    void detailsAreReadOfWhatIsNewAndChangedOnly() {
        try (M1worldRig rig = rig(14, 120).with("contacts.details", "true")) {
            rig.readToRest();
            assertThat(rig.server.api().requests().of("contact.detail")).isEqualTo(120);
            assertThat(rig.fold.values()).allSatisfy(contact -> assertThat(
                            contact.path("edm").path("edmBehavior").isArray())
                    .isTrue());
            rig.platform.contacts().update(rig.platform.contacts().byId().firstKey());
            rig.readToRest();
            assertThat(rig.server.api().requests().of("contact.detail")).isEqualTo(121);
        }
    }

    @Test
    void anErrorIsNeverAnEmptyPage() {
        try (M1worldRig rig = rig(15, 500)) {
            rig.readToRest();
            rig.server.api().faults().outage(M1worldFault.UNKNOWN_CODE, Traffic.READ);
            assertThatThrownBy(rig::readAll).isInstanceOf(PlatformException.class);
            rig.server.api().faults().heal();
            rig.platform.contacts().updateRandom(30);
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 1_000})
    void pagesThatBeginAtNoughtAreToldNamingTheKey(int contacts) {
        try (M1worldRig rig = rig(16, contacts)) {
            rig.quirks().firstPage.set(0);
            assertThatThrownBy(rig::readAll)
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("m1world.first.page");
            rig.with("m1world.first.page", "0").restart();
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
            rig.quirks().firstPage.set(1);
            rig.restart();
            assertThatThrownBy(() -> rig.readFor(PASS_INTERVAL.multipliedBy(2)))
                    .hasMessageContaining("m1world.first.page to 1");
        }
    }

    @ParameterizedTest
    @EnumSource(ContactOrder.class)
    void deletedMeansATombstoneWithinTwoPassesAndATombstoneMeansDeleted(ContactOrder order) {
        try (M1worldRig rig = rig(19, 800).with("deletes.enabled", "true")) {
            rig.quirks().contactOrder.set(order);
            rig.changing(living(rig, 19)).life.changesPerSecond(0.05);
            for (int i = 0; i < 40; i++) {
                rig.readFor(Duration.ofMinutes(20));
                assertThat(rig.platform.contacts().byId().keySet().stream()
                                .map(String::valueOf)
                                .filter(rig.deleted::contains)
                                .toList())
                        .as("contacts told as deleted that are there")
                        .isEmpty();
            }
            rig.readToRest();
            assertFoldEqualsPlatform(rig);
            assertThat(rig.fold)
                    .as("contacts in the topic")
                    .hasSize(rig.platform.contacts().count());
            assertThat(rig.tombstones()).isGreaterThan(100);
        }
    }

    @Test
    void manyMissingAtOnceAnErrorOrAnEmptyListDeleteNothing() {
        try (M1worldRig rig = rig(20, 600).with("deletes.enabled", "true")) {
            rig.readToRest();
            List.copyOf(rig.platform.contacts().byId().keySet())
                    .subList(0, 40)
                    .forEach(rig.platform.contacts()::delete);
            rig.readToRest();
            assertThat(rig.tombstones())
                    .as("40 of 600 are more than 5 % and more than 20")
                    .isZero();
            assertThat(rig.reader().warnings().getAsLong()).isPositive();
            List.copyOf(rig.platform.contacts().byId().keySet()).forEach(rig.platform.contacts()::delete);
            rig.readToRest();
            assertThat(rig.tombstones()).as("an empty list").isZero();
        }
    }

    @Test
    void deletesAreNotToldUnlessWanted() {
        try (M1worldRig rig = rig(21, 200)) {
            rig.readToRest();
            rig.platform.contacts().delete(rig.platform.contacts().byId().firstKey());
            rig.readToRest();
            assertThat(rig.tombstones()).isZero();
        }
    }

    @Test
    void withAStartTimeOnlyWhatChangedSinceIsEmitted() {
        try (M1worldRig rig = rig(17, 100)) {
            rig.clock.advance(Duration.ofDays(2));
            long changed = rig.platform.contacts().byId().firstKey();
            rig.platform.contacts().update(changed);
            rig.with("start.time", "2026-03-02 00:00:00").readAll();
            assertThat(rig.fold).containsOnlyKeys(String.valueOf(changed));
            long later = rig.platform.contacts().byId().lastKey();
            rig.platform.contacts().update(later);
            rig.readToRest();
            assertThat(rig.fold).containsOnlyKeys(String.valueOf(changed), String.valueOf(later));
        }
    }

    @Test
    void progressTellsNothingCompleteBeforeAPassHasEnded() {
        try (M1worldRig rig = rig(18, 3_000)) {
            rig.limitedTo(RateLimit.perHour(2_000));
            LocalDateTime began = LocalDateTime.ofInstant(rig.clock.instant(), ZoneOffset.ofHours(8));
            rig.readAll();
            List<Chunk> whole =
                    rig.chunks.stream().filter(chunk -> chunk.slice() == null).toList();
            assertThat(whole.subList(0, whole.size() - 1))
                    .allSatisfy(chunk -> assertThat(chunk.facts().readUpTo()).isNull());
            assertThat(whole.get(whole.size() - 1).facts().readUpTo())
                    .as("the beginning of the pass, not its end")
                    .isBeforeOrEqualTo(began);
            assertThat(rig.reader().reader().completeUpTo(rig.cursor())).isNull();
        }
    }

    private static M1worldRig rig(long seed, int contacts) {
        M1worldRig rig = new M1worldRig("contacts", "id", seed);
        rig.with("contacts.pass.interval.ms", String.valueOf(PASS_INTERVAL.toMillis()));
        for (int i = 0; i < contacts; i++) {
            rig.platform.contacts().insert();
            if (i % 10 == 0) {
                rig.clock.advance(Duration.ofMillis(7));
            }
        }
        return rig;
    }

    /** Contacts are inserted, updated and, more rarely, deleted. */
    private static Runnable living(M1worldRig rig, long seed) {
        Random random = new Random(seed);
        return () -> {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> rig.platform.contacts().insert();
                case 3 -> deleteAny(rig, random);
                default -> rig.platform.contacts().updateRandom(1);
            }
        };
    }

    private static void deleteAny(M1worldRig rig, Random random) {
        List<Long> ids = List.copyOf(rig.platform.contacts().byId().keySet());
        rig.platform.contacts().delete(ids.get(random.nextInt(ids.size())));
    }

    /** Contacts that were deleted stay in the topic, as deletes are opt-in. */
    private static void assertFoldEqualsPlatform(M1worldRig rig) {
        Map<String, String> truth = new TreeMap<>();
        rig.platform.contacts().byId().forEach((id, contact) -> truth.put(String.valueOf(id), contentOf(contact)));
        Map<String, String> read = new TreeMap<>();
        rig.fold.forEach((id, contact) -> {
            if (truth.containsKey(id)) {
                read.put(id, contentOf(contact));
            }
        });
        assertThat(truth.keySet().stream().filter(id -> !read.containsKey(id)).toList())
                .as("contacts missing from the topic")
                .isEmpty();
        assertThat(truth.keySet().stream()
                        .filter(id -> !truth.get(id).equals(read.get(id)))
                        .toList())
                .as("contacts whose last state is not in the topic")
                .isEmpty();
    }

    private static String contentOf(JsonNode contact) {
        ObjectNode copy = contact.deepCopy();
        copy.properties()
                .removeIf(field ->
                        field.getValue().isNull() || " ".equals(field.getValue().asText()));
        return ExactJson.fingerprint(copy);
    }
}
