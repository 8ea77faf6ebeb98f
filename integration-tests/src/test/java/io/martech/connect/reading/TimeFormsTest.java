package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.linkflow.model.TimeForm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows whose times are written in another form than the document shows. */
class TimeFormsTest {

    private static final List<TimeForm> READABLE = Arrays.stream(TimeForm.values())
            .filter(form -> form != TimeForm.UNREADABLE)
            .toList();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREADABLE")
    void whateverTheFormEveryStateArrivesOnce(TimeForm form) {
        assertEveryStateArrivesOnce("orders", List.of(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void soDoesItWhereEachRowHasAnother(String resource) {
        assertEveryStateArrivesOnce(resource, READABLE);
    }

    private static void assertEveryStateArrivesOnce(String resource, List<TimeForm> forms) {
        try (ReadingRig rig = changing(resource, forms)) {
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
            assertThat(rig.warnings()).isZero();
        }
    }

    /** It may come again and again, but it comes, and it is said. */
    @ParameterizedTest
    @ValueSource(strings = {"orders", "contacts"})
    void aRowWhoseTimeCannotBeReadArrivesAndIsReported(String resource) {
        try (ReadingRig rig =
                changing(resource, List.of(TimeForm.DOCUMENTED, TimeForm.UNREADABLE, TimeForm.DOCUMENTED))) {
            rig.assertNothingIsLost();
            assertThat(rig.warnings()).isPositive();
        }
    }

    private static ReadingRig changing(String resource, List<TimeForm> forms) {
        ReadingRig rig = new ReadingRig(resource, forms.size());
        rig.quirks().timeForms.set(forms);
        if ("orders".equals(resource)) {
            rig.platform.orders().insertHistory(300, Duration.ofDays(30));
        } else {
            rig.platform.contacts().insertHistory(300, Duration.ofDays(30));
        }
        rig.life.changesPerSecond(5);
        rig.readFor(Duration.ofMinutes(2));
        rig.readToRest();
        return rig;
    }
}
