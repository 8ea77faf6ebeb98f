package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowFault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Linkflow's whole lists, against the simulated platform: at rest, the fold of the topic equals the platform. */
class LinkflowListsTest {

    private static final long SEED = 11;

    static Stream<LinkflowListCase> lists() {
        return LinkflowListCase.all();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void foldEqualsPlatformWhileRowsComeAndChange(LinkflowListCase list) {
        try (ListRig rig = new ListRig(list, SEED)) {
            rig.platform.behaviour().tags().largestPage(7);
            for (int i = 0; i < 30; i++) {
                list.addTo(rig.platform);
            }
            rig.life.changesPerSecond(10);
            rig.readFor(10);
            rig.readToRest();

            rig.assertFoldEqualsPlatform();
            assertThat(rig.fold()).as("rows of %s", list.resource()).hasSizeGreaterThan(30);
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
}
