package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.youmi.YoumiFault;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.source.engine.RowRecords.TopicRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Youmi's lists, against the simulated platform: at rest, the fold of the topic equals the platform. */
class YoumiListsTest {

    private static final Duration POLL_INTERVAL = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource
    void foldEqualsPlatformUnderChangesFaultsAndRestarts(YoumiList list) {
        try (YoumiRig rig = new YoumiRig(list)) {
            rig.platform.insert(list, 30);
            rig.platform.quirks().shuffling.set(true).tokenLife.set(Duration.ofMinutes(12));
            rig.server
                    .faults()
                    .inject(YoumiFault.SERVER_FAULT, 0.1)
                    .inject(YoumiFault.ERROR_WITH_EMPTY_LIST, 0.1, Traffic.READ)
                    .inject(YoumiFault.SUCCESS_THAT_IS_NONE, 0.1, Traffic.READ)
                    .inject(WireFault.HTML_WITH_STATUS_200, 0.1)
                    .inject(WireFault.RESET_BEFORE_APPLYING, 0.1)
                    .inject(WireFault.TRUNCATED_JSON, 0.1);
            for (int i = 0; i < 20; i++) {
                rig.poll();
                rig.platform.insert(list);
                rig.platform.updateRandom(list, 3);
                rig.clock.advance(POLL_INTERVAL);
                if (i % 6 == 5) {
                    rig.restart();
                }
            }
            rig.server.faults().heal();
            rig.poll();

            rig.assertFoldEqualsPlatform();
            assertThat(rig.emitted())
                    .as("changes, and not the whole list each time")
                    .isLessThanOrEqualTo(30 + 20 * 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnchangedListEmitsNothingAcrossRestartsInWhateverOrderItComes(YoumiList list) {
        try (YoumiRig rig = new YoumiRig(list)) {
            rig.platform.quirks().shuffling.set(true);
            rig.platform.insert(list, 30);
            rig.poll();
            for (int i = 0; i < 3; i++) {
                rig.restart();
                rig.poll();
            }
            assertThat(rig.emitted()).isEqualTo(30);

            rig.platform.updateRandom(list, 1);
            rig.poll();
            assertThat(rig.emitted()).as("one row has changed").isEqualTo(31);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tokensThatDieInMidRunLoseNothing(boolean byTheClock) {
        try (YoumiRig rig = new YoumiRig(YoumiList.WECHAT_ACCOUNTS)) {
            rig.platform.insert(YoumiList.WECHAT_ACCOUNTS, 30);
            for (int i = 0; i < 40; i++) {
                rig.poll();
                rig.platform.updateRandom(YoumiList.WECHAT_ACCOUNTS, 1);
                rig.clock.advance(byTheClock ? Duration.ofDays(1) : POLL_INTERVAL);
                if (!byTheClock) {
                    rig.platform.revokeTokens();
                }
            }
            rig.poll();

            rig.assertFoldEqualsPlatform();
            assertThat(rig.platform.issuedTokens()).isEqualTo(byTheClock ? 7 : 41);
        }
    }

    static Stream<YoumiFault> answersThatAreNoList() {
        return Stream.of(
                YoumiFault.UNKNOWN_CODE,
                YoumiFault.ERROR_WITH_EMPTY_LIST,
                YoumiFault.SUCCESS_THAT_IS_NONE,
                YoumiFault.SUCCESS_WITHOUT_VALUES,
                YoumiFault.SUCCESS_WITH_NULL,
                YoumiFault.BARE_ARRAY,
                YoumiFault.TOKEN_REFUSED,
                YoumiFault.error(10005),
                YoumiFault.error(10006),
                YoumiFault.error(10011),
                YoumiFault.error(200001),
                YoumiFault.error(200005),
                YoumiFault.error(200007),
                YoumiFault.error(200012));
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNoList")
    void anErrorInHttp200IsNeverAnEmptyList(YoumiFault fault) {
        try (YoumiRig rig = new YoumiRig(YoumiList.STAFF)) {
            rig.platform.insert(YoumiList.STAFF, 30);
            rig.poll();
            rig.server.faults().outage(fault, Traffic.READ);
            assertThatThrownBy(rig::poll)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Youmi staff: GET /staff answered");
            rig.server.faults().heal();
            rig.platform.updateRandom(YoumiList.STAFF, 1);
            rig.restart();
            rig.poll();

            assertThat(rig.emitted()).as("nothing of the list was forgotten").isEqualTo(31);
            rig.assertFoldEqualsPlatform();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 25_000})
    void oneChangeInALongListIsOneRecordAlsoAfterARestart(int rows) {
        try (YoumiRig rig = new YoumiRig(YoumiList.LABELS)) {
            rig.platform.insert(YoumiList.LABELS, rows);
            rig.poll();
            assertThat(rig.emitted()).isEqualTo(rows);
            for (int i = 1; i <= 3; i++) {
                rig.platform.updateRandom(YoumiList.LABELS, 1);
                rig.restart();
                rig.poll();
                assertThat(rig.emitted()).as("records").isEqualTo(rows + i);
            }
            assertThat(rig.largestChunk()).isLessThanOrEqualTo(10_000);
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void aListOfTwoAnswersIsWholeOrNothing() {
        try (YoumiRig rig = new YoumiRig(YoumiList.WECHAT_ACCOUNTS)) {
            rig.platform.insert(YoumiList.WECHAT_ACCOUNTS, 30);
            rig.poll();
            assertThat(rig.records())
                    .as("accounts of WeCom among them")
                    .filteredOn(record ->
                            ((Struct) record.value()).get("ad_wechat_lei").equals(3))
                    .hasSize(10);
            for (int i = 0; i < 20; i++) {
                rig.server.faults().inject(YoumiFault.error(200012), 0.5, Traffic.READ);
                try {
                    rig.poll();
                } catch (PlatformException expected) {
                    rig.restart();
                }
            }
            rig.server.faults().heal();
            rig.poll();
            assertThat(rig.emitted())
                    .as("half a list was never taken for the whole")
                    .isEqualTo(30);
        }
    }

    @Test
    void countersThatMoveEmitNothingAndAreInWhatIsEmittedForAnotherReason() {
        try (YoumiRig rig = new YoumiRig(YoumiList.WECHAT_ACCOUNTS)) {
            rig.platform.insert(YoumiList.WECHAT_ACCOUNTS, 30);
            rig.poll();
            for (int i = 0; i < 5; i++) {
                rig.platform.moveCounters();
                rig.clock.advance(POLL_INTERVAL);
                rig.poll();
            }
            assertThat(rig.emitted()).as("five times all counters").isEqualTo(30);

            String key = rig.platform.rowsByKey(YoumiList.WECHAT_ACCOUNTS).firstKey();
            rig.platform.edit(YoumiList.WECHAT_ACCOUNTS, key, account -> account.put("ad_wechat_nickname", "刘潇"));
            rig.poll();
            Struct last = (Struct) rig.records().get(rig.records().size() - 1).value();
            assertThat(rig.emitted()).isEqualTo(31);
            assertThat(last.get("ad_wechat_friend"))
                    .isEqualTo(rig.platform
                            .rowsByKey(YoumiList.WECHAT_ACCOUNTS)
                            .get(key)
                            .path("ad_wechat_friend")
                            .asLong());
        }
    }

    @Test
    void countersAreChangesIfThatIsConfigured() {
        try (YoumiRig rig = new YoumiRig(YoumiList.WECHAT_ACCOUNTS)) {
            rig.restartWith("youmi.counter.fields", "");
            rig.platform.insert(YoumiList.WECHAT_ACCOUNTS, 30);
            rig.poll();
            rig.platform.moveCounters();
            rig.poll();
            assertThat(rig.emitted()).isEqualTo(60);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfARowHasItsPlaceInTheRecord(YoumiList list) {
        try (YoumiRig rig = new YoumiRig(list)) {
            rig.restartWith("timestamp.handling.mode", "iso");
            rig.platform.insert(list, 30);
            rig.poll();
            assertThat(rig.records()).hasSize(30).allSatisfy(record -> {
                assertThat(record.topic()).isEqualTo("ym." + list.text());
                assertThat(((Struct) record.value()).get("unmapped")).isNull();
            });
        }
    }

    @Test
    void arraysThatAreTextsAreUnpackedBesideThem() {
        try (YoumiRig rig = new YoumiRig(YoumiList.AD_GROUPS)) {
            rig.platform.insert(YoumiList.AD_GROUPS, 30);
            rig.poll();
            List<Struct> groups = rig.records().stream()
                    .map(TopicRecord::value)
                    .map(Struct.class::cast)
                    .toList();
            assertThat(groups).allSatisfy(group -> assertThat(
                            group.getString("ad_brand_welist").split(","))
                    .hasSize(Math.max(1, group.getArray("ad_brand_welist_items").size())));
            assertThat(groups)
                    .filteredOn(group -> group.get("wechats") != null)
                    .isNotEmpty()
                    .allSatisfy(group -> assertThat(group.<Struct>getArray("wechats_items"))
                            .isNotEmpty()
                            .allSatisfy(account -> assertThat(group.getString("wechats"))
                                    .contains(account.getString("ad_wechat_nober"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTombstoneMeansDeletedAndDeletedMeansATombstoneWithinTwoReadings(YoumiList list) {
        try (YoumiRig rig = new YoumiRig(list)) {
            rig.restartWith("deletes.enabled", "true");
            rig.platform.quirks().shuffling.set(true);
            rig.platform.insert(list, 60);
            for (int i = 0; i < 10; i++) {
                rig.poll();
                rig.platform.insert(list);
                rig.platform.updateRandom(list, 2);
                rig.platform.deleteRandom(list, 2);
                rig.restart();
            }
            rig.poll();
            rig.poll();

            rig.assertFoldEqualsPlatform();
            assertThat(rig.deletes()).isBetween(18, 20);
            assertThat(rig.warnings()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNoList")
    void anErrorInHttp200NeverDeletesAnything(YoumiFault fault) {
        try (YoumiRig rig = new YoumiRig(YoumiList.STAFF)) {
            rig.restartWith("deletes.enabled", "true");
            rig.platform.insert(YoumiList.STAFF, 15);
            rig.poll();
            for (int i = 0; i < 3; i++) {
                rig.server.faults().outage(fault, Traffic.READ);
                assertThatThrownBy(rig::poll).isInstanceOf(PlatformException.class);
                rig.restart();
            }
            rig.server.faults().heal();
            rig.poll();
            rig.poll();
            assertThat(rig.deletes()).isZero();
            assertThat(rig.emitted()).isEqualTo(15);
        }
    }

    @Test
    void anEmptyAnswerForOneKindOfAccountsNeverDeletesAnything() {
        try (YoumiRig rig = new YoumiRig(YoumiList.WECHAT_ACCOUNTS)) {
            rig.restartWith("deletes.enabled", "true");
            rig.platform.insert(YoumiList.WECHAT_ACCOUNTS, 15);
            rig.poll();
            rig.platform.quirks().deniedKind.set(3);
            for (int i = 0; i < 4; i++) {
                rig.poll();
                rig.restart();
            }
            rig.poll();
            assertThat(rig.deletes()).as("five accounts of WeCom").isZero();
            assertThat(rig.warnings()).as("it is told, once a reading").isEqualTo(1);

            rig.platform.quirks().deniedKind.set(-1);
            rig.platform.deleteRandom(YoumiList.WECHAT_ACCOUNTS, 1);
            rig.poll();
            rig.poll();
            assertThat(rig.deletes()).isEqualTo(1);
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void aRowThatIsMissingFromTheListIsAskedForAloneWhereThatIsPossible() {
        try (YoumiRig rig = new YoumiRig(YoumiList.STAFF)) {
            rig.restartWith("deletes.enabled", "true");
            rig.platform.insert(YoumiList.STAFF, 15);
            rig.poll();
            String key = rig.platform.rowsByKey(YoumiList.STAFF).firstKey();
            rig.platform.quirks().hiddenInLists.set(key);
            rig.poll();
            rig.poll();
            rig.poll();
            assertThat(rig.deletes())
                    .as("it is there, though the list lacks it")
                    .isZero();

            rig.platform.delete(YoumiList.STAFF, key);
            rig.poll();
            assertThat(rig.deletes()).isEqualTo(1);
            rig.assertFoldEqualsPlatform();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-23, 23})
    void aWorkerWhoseClockIsHoursWrongLosesNothing(long hours) {
        try (YoumiRig rig = new YoumiRig(YoumiList.LABELS, Duration.ofHours(hours))) {
            rig.platform.insert(YoumiList.LABELS, 30);
            rig.poll();
            rig.assertFoldEqualsPlatform();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2})
    void aWorkerWhoseClockIsDaysWrongIsAnErrorThatNamesBoth(long days) {
        try (YoumiRig rig = new YoumiRig(YoumiList.LABELS, Duration.ofDays(days))) {
            rig.platform.insert(YoumiList.LABELS, 30);
            assertThatThrownBy(rig::poll)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("more than a day apart")
                    .hasMessageContaining("Date header")
                    .hasMessageContaining("the worker's clock");
        }
    }
}
