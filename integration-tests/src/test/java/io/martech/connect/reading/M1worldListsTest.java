package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** M1world's whole lists, against the simulated platform. */
class M1worldListsTest {

    private static final int ROWS = 450;

    /** @param rowsAtFirst what an empty account has */
    record ListCase(String resource, String idField, int rowsAtFirst, BiConsumer<M1worldPlatform, Integer> add) {

        @Override
        public String toString() {
            return resource;
        }
    }

    static Stream<ListCase> lists() {
        return Stream.of(
                new ListCase("groups", "id", 0, (platform, i) -> platform.addGroup("群组" + i)),
                new ListCase("tags", "id", 0, (platform, i) -> platform.addTag("标签" + i)),
                new ListCase("properties", "id", 0, (platform, i) -> platform.addProperty("字段" + i, 1)),
                new ListCase("fields", "field", 19, (platform, i) -> platform.addProperty("字段" + i, 2)),
                new ListCase(
                        "email-tasks",
                        "task_id",
                        0,
                        (platform, i) -> platform.addTask(
                                "邮件" + i, instant(i), instant(i).plusSeconds(60))));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyRowArrivesOnceAndNewOnesWhenTheyCome(ListCase list) {
        try (M1worldRig rig = new M1worldRig(list.resource(), list.idField(), 1)) {
            IntStream.range(0, ROWS).forEach(i -> list.add().accept(rig.platform, i));
            rig.readAll();
            assertThat(rig.fold).hasSize(list.rowsAtFirst() + ROWS);
            list.add().accept(rig.platform, ROWS);
            rig.restart();
            rig.readAll();
            assertThat(rig.records()).isEqualTo(list.rowsAtFirst() + ROWS + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anErrorIsNeverAnEmptyList(ListCase list) {
        try (M1worldRig rig = new M1worldRig(list.resource(), list.idField(), 2)) {
            IntStream.range(0, 30).forEach(i -> list.add().accept(rig.platform, i));
            rig.readAll();
            int before = rig.records();
            rig.server.api().faults().outage(M1worldFault.UNKNOWN_CODE, Traffic.READ);
            assertThatThrownBy(rig::readAll).isInstanceOf(PlatformException.class);
            rig.server.api().faults().heal();
            rig.readAll();
            assertThat(rig.records()).as("nothing was forgotten").isEqualTo(before);
        }
    }

    @Test
    void aCounterThatChangesEmitsNothing() {
        try (M1worldRig rig = new M1worldRig("groups", "id", 3)) {
            rig.platform.addGroup("群组");
            rig.readAll();
            long contact = rig.platform.contacts().insert();
            rig.platform.contacts().putIntoGroup(contact, "群组");
            rig.readAll();
            assertThat(rig.records()).isEqualTo(1);
        }
    }

    private static Instant instant(int i) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i * 60L);
    }
}
