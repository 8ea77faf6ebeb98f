package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.sandbox.http.FixedAnswer;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Linkflow's whole lists, against the simulated platform: at rest, the fold of the topic equals the platform. */
class LinkflowListsTest {

    private static final long SEED = 11;

    /** What an account without a permission may be answered. */
    private static final FixedAnswer NOTHING =
            new FixedAnswer(Response.json(200, "[]".getBytes(StandardCharsets.UTF_8)));

    static Stream<LinkflowListCase> lists() {
        return LinkflowListCases.all();
    }

    static Stream<LinkflowListCase> listsWhoseRowsGo() {
        return LinkflowListCases.all().filter(list -> !list.isChosenByIds());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void foldEqualsPlatformWhileRowsComeAndChange(LinkflowListCase list) {
        try (ListRig rig = new ListRig(list, SEED)) {
            rig.platform.quirks().tags.largestPage.set(7);
            for (int i = 0; i < 30; i++) {
                list.addTo(rig.platform);
            }
            rig.life.changesPerSecond(10);
            rig.readFor(10);
            rig.readToRest();

            rig.assertFoldEqualsPlatform();
            assertThat(rig.fold()).as("rows of %s", list.resource()).hasSizeGreaterThan(list.isChosenByIds() ? 1 : 30);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anUnchangedListEmitsNothingAcrossRestarts(LinkflowListCase list) {
        try (ListRig rig = new ListRig(list, SEED)) {
            for (int i = 0; i < 30; i++) {
                list.addTo(rig.platform);
            }
            rig.readAll();
            int emitted = rig.emitted();
            for (int i = 0; i < 3; i++) {
                rig.restart();
                rig.readAll();
            }
            assertThat(rig.emitted()).isEqualTo(emitted);

            list.changeIn(rig.platform);
            rig.readAll();
            assertThat(rig.emitted()).as("one row has changed").isEqualTo(emitted + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anErrorIsNeverAnEmptyList(LinkflowListCase list) {
        try (ListRig rig = new ListRig(list, SEED)) {
            for (int i = 0; i < 30; i++) {
                list.addTo(rig.platform);
            }
            rig.readAll();
            int emitted = rig.emitted();
            rig.server.faults().outage(LinkflowFault.UNKNOWN_CODE, Traffic.READ);
            assertThatThrownBy(rig::readAll).isInstanceOf(PlatformException.class);
            rig.server.faults().heal();
            list.changeIn(rig.platform);
            rig.readAll();

            assertThat(rig.emitted()).as("nothing of the list was forgotten").isEqualTo(emitted + 1);
            rig.assertFoldEqualsPlatform();
        }
    }

    @ParameterizedTest
    @MethodSource("listsWhoseRowsGo")
    void aTombstoneMeansDeletedAndDeletedMeansATombstoneWithinTwoReadings(LinkflowListCase list) {
        try (ListRig rig = new ListRig(list, SEED).deleting()) {
            rig.platform.quirks().tags.largestPage.set(7);
            for (int i = 0; i < 60; i++) {
                list.addTo(rig.platform);
            }
            rig.life.changesPerSecond(10);
            for (int i = 0; i < 20; i++) {
                rig.readFor(1);
                rig.restart();
            }
            rig.readToRest();

            rig.assertFoldEqualsPlatform();
            assertThat(rig.deletes()).isPositive();
            assertThat(rig.warnings()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("listsWhoseRowsGo")
    void anErrorALostPermissionOrAnEmptyAnswerNeverDeletesAnything(LinkflowListCase list) {
        try (ListRig rig = new ListRig(list, SEED).deleting()) {
            for (int i = 0; i < 60; i++) {
                list.addTo(rig.platform);
            }
            rig.readAll();
            for (int i = 0; i < 3; i++) {
                rig.server.faults().outage(LinkflowFault.UNKNOWN_CODE, Traffic.READ);
                assertThatThrownBy(rig::readAll).isInstanceOf(PlatformException.class);
                rig.server.faults().outage(NOTHING, Traffic.READ);
                rig.readAll();
            }
            rig.server.faults().heal();

            assertThat(rig.deletes()).isZero();
            assertThat(rig.warnings()).as("it is told").isPositive();
            rig.readAll();
            rig.assertFoldEqualsPlatform();

            list.deleteFrom(rig.platform);
            rig.readToRest();
            assertThat(rig.deletes()).isEqualTo(1);
            rig.assertFoldEqualsPlatform();
        }
    }

    static Stream<Arguments> listsOfSeveralRequests() {
        return LinkflowListCases.all()
                .filter(list ->
                        Set.of("qrcodes", "reports", "dashboards", "tag-values").contains(list.resource()))
                .flatMap(list -> Stream.of(Arguments.of(list, 0), Arguments.of(list, 1)));
    }

    @ParameterizedTest
    @MethodSource("listsOfSeveralRequests")
    void whatIsNotAskedForAnyMoreIsNotDeletedAndIsKnownWhenItIsAskedForAgain(LinkflowListCase list, int taken) {
        try (ListRig rig = new ListRig(list, SEED).deleting()) {
            for (int i = 0; i < 12; i++) {
                list.addTo(rig.platform);
            }
            rig.readToRest();
            int emitted = rig.emitted();
            Map.Entry<String, String> all =
                    list.properties().entrySet().iterator().next();
            List<String> fewer = new ArrayList<>(List.of(all.getValue().split(",")));
            fewer.remove(taken);
            rig.restartWith(Map.of(all.getKey(), String.join(",", fewer)));
            for (int i = 0; i < 4; i++) {
                rig.readToRest();
            }
            assertThat(rig.deletes()).as("rows that exist").isZero();

            rig.restartWith(Map.of(all.getKey(), all.getValue()));
            rig.readToRest();
            assertThat(rig.emitted()).as("nothing twice").isEqualTo(emitted);
            rig.assertFoldEqualsPlatform();
            if (!list.isChosenByIds()) {
                list.deleteFrom(rig.platform);
                rig.readToRest();
                assertThat(rig.deletes()).as("what is truly gone").isEqualTo(1);
                rig.assertFoldEqualsPlatform();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("listsWhoseRowsGo")
    void soManyAtOnceThatItMayBeAFaultAreNotTold(LinkflowListCase list) {
        try (ListRig rig = new ListRig(list, SEED).deleting()) {
            for (int i = 0; i < 60; i++) {
                list.addTo(rig.platform);
            }
            rig.readAll();
            for (int i = 0; i < 21; i++) {
                list.deleteFrom(rig.platform);
            }
            rig.readToRest();

            assertThat(rig.deletes()).isZero();
            assertThat(rig.warnings()).isPositive();
            assertThat(rig.fold()).hasSize(60);
        }
    }
}
