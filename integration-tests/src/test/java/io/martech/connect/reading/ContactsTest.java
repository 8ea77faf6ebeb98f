package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.sandbox.linkflow.model.ContactBounds;
import io.martech.connect.sandbox.linkflow.model.RowOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts: windows of ids whose bounds nobody documents, details by hundreds. */
class ContactsTest {

    @ParameterizedTest
    @EnumSource(
            value = ContactBounds.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IGNORED"})
    void nothingIsLostWhateverTheBoundsMean(ContactBounds bounds) {
        try (ReadingRig rig = rig(bounds, 12)) {
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
            assertThat(rig.cursor.text("window_precision"))
                    .isEqualTo(bounds.name().startsWith("SECONDS") ? "second" : "day");
        }
    }

    /** A day is several pages long here. */
    @ParameterizedTest
    @MethodSource("io.martech.connect.reading.Traffic#everyOrder")
    void daysChangeAtMidnightOfThePlatform(Traffic traffic) {
        ContactBounds bounds = traffic.order().ordinal() % 2 == 0
                ? ContactBounds.CUT_TO_MIDNIGHT
                : ContactBounds.DATES_ONLY_WHOLE_DAYS;
        try (ReadingRig rig = rig(bounds, 13)) {
            traffic.prevailIn(rig);
            // To 23:58:30 at +08:00; what changes last on that day becomes visible on the next.
            rig.clock.advance(Duration.ofHours(13).plusMinutes(57).plusSeconds(30));
            rig.quirks().commitDelay(Duration.ofSeconds(40));
            rig.readFor(Duration.ofMinutes(4));
            // A day that is too long for its pages to be read while it goes on is read when it is over.
            rig.life.changesPerSecond(0);
            rig.clock.advance(Duration.ofDays(1));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.cursor.text("trailing_up_to")).startsWith("2026-03-03 00:");
        }
    }

    @ParameterizedTest(name = "{0}, pages of {1}")
    @CsvSource({"BY_ID,20", "BY_UPDATE_DESCENDING,37", "UNORDERED,50", "BY_UPDATE_TIES_UNORDERED,100"})
    void foldEqualsPlatformWhateverTheOrderOfIds(RowOrder order, int pageSize) {
        try (ReadingRig rig = rig(ContactBounds.SECONDS_END_EXCLUSIVE, 15)) {
            rig.quirks().contactIdOrder.set(order).largestContactIdPage.set(pageSize);
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 40})
    void aPlatformThatLeavesRowsOfAWindowOutWithoutASignIsFoundOut(int most) {
        try (ReadingRig rig = rig(ContactBounds.SECONDS_END_EXCLUSIVE, 18)) {
            rig.quirks().contactIdTruncation.set(most);
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void versionsNeverFallWithFourRequestsInFlightAndStaleReplicas() {
        try (ReadingRig rig = rig(ContactBounds.SECONDS_INCLUSIVE, 16)) {
            rig.quirks().staleReplicas(0.3, Duration.ofSeconds(40));
            rig.life.changesPerSecond(50);
            rig.readFor(Duration.ofMinutes(3));
            rig.quirks().staleReplicas(0, Duration.ZERO);
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void aTagCalculationThatTouchesMoreContactsInOneSecondThanCanBePagedThroughLosesNone() {
        try (ReadingRig rig = rig(ContactBounds.SECONDS_INCLUSIVE, 17)) {
            rig.quirks().largestContactIdPage.set(100).largestContactCursorPage.set(1_000);
            rig.readFor(Duration.ofMinutes(1));
            rig.life.changesPerSecond(0);
            rig.platform.contacts().insert(12_000);
            rig.life.pass(Duration.ofSeconds(1));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"anonymous", "all"})
    void anonymousContactsAreReadByWindows(String kind) {
        try (ReadingRig rig = rig(ContactBounds.SECONDS_INCLUSIVE, 18).with("contacts.anonymous", kind)) {
            List<Long> anonymous = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                anonymous.add(rig.platform.contacts().insertAnonymous());
            }
            // They are history, which the cursor does not show.
            rig.clock.advance(Duration.ofMinutes(10));
            rig.readFor(Duration.ofMinutes(1));
            rig.readToRest();
            assertThat(rig.fold().keySet()).containsAll(anonymous);
            if ("all".equals(kind)) {
                rig.assertFoldEqualsPlatform();
            } else {
                assertThat(rig.fold().keySet()).containsExactlyInAnyOrderElementsOf(anonymous);
            }
        }
    }

    /** Windows have to begin in 2000 then, and are days here. */
    @ParameterizedTest(name = "{0}, no window of more than {1} days")
    @CsvSource({
        "CUT_TO_MIDNIGHT, 100000, 100",
        "DATES_ONLY_MIDNIGHT, 100000, 100",
        "CUT_TO_WHOLE_DAYS, 100000, 100",
        "DATES_ONLY_WHOLE_DAYS, 100000, 100",
        "DATES_ONLY_WHOLE_DAYS, 366, 200",
        "CUT_TO_MIDNIGHT, 31, 900"
    })
    void emptyYearsCostFewRequests(ContactBounds bounds, int longestWindow, int mostRequests) {
        try (ReadingRig rig = new ReadingRig("contacts", 21).with("contacts.anonymous", "all")) {
            rig.quirks().contactBounds.set(bounds).longestContactWindow.set(Duration.ofDays(longestWindow));
            rig.platform
                    .contacts()
                    .insertWithTimes(Instant.parse("2010-07-04T12:00:00Z"), Instant.parse("2010-07-04T12:00:00Z"));
            rig.platform.contacts().insertAnonymous();
            rig.clock.advance(Duration.ofMinutes(10));
            rig.readAll();
            assertThat(rig.requests()).as("requests until all is read").isLessThan(mostRequests);
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    @Test
    void aDeletedContactIsNamedAndDoesNotStopReading() {
        try (ReadingRig rig = rig(ContactBounds.SECONDS_INCLUSIVE, 19)) {
            rig.readFor(Duration.ofMinutes(1));
            List<Long> deleted = new ArrayList<>();
            // Half of the answers come from a replica that still lists what is deleted now.
            rig.quirks().staleReplicas(0.5, Duration.ofSeconds(5));
            for (int i = 0; i < 20; i++) {
                List<Long> fresh = rig.platform.contacts().insert(3);
                rig.life.pass(Duration.ofSeconds(8));
                fresh.forEach(rig.platform.contacts()::delete);
                deleted.addAll(fresh);
                rig.readAll();
            }
            rig.quirks().staleReplicas(0, Duration.ZERO);
            rig.readToRest();
            assertThat(rig.chunks.stream().flatMap(chunk -> chunk.facts().idsWithoutDetail().stream()))
                    .as("ids without detail in progress records")
                    .isNotEmpty()
                    .isSubsetOf(deleted);
            assertThat(rig.fold()).containsAllEntriesOf(rig.truth());
        }
    }

    @Test
    void aWrongZoneIsAnErrorThatNamesTheKey() {
        try (ReadingRig rig = new ReadingRig("orders", 20).with("linkflow.time.zone", "+08:00")) {
            rig.quirks().zone.set(ZoneOffset.UTC);
            rig.platform.orders().insertHistory(100, Duration.ofDays(3));
            rig.changing(() -> rig.platform.orders().insert(1));
            rig.life.changesPerSecond(1);
            assertThatThrownBy(() -> rig.readFor(Duration.ofMinutes(10)))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("linkflow.time.zone");
            assertThat(rig.topic.size()).as("rows emitted before, late").isGreaterThan(100);
        }
    }

    private static ReadingRig rig(ContactBounds bounds, long seed) {
        ReadingRig rig = new ReadingRig("contacts", seed);
        rig.quirks().contactBounds.set(bounds);
        rig.platform.contacts().insertHistory(500, Duration.ofDays(20));
        // So that even a replica that is behind knows them.
        rig.clock.advance(Duration.ofMinutes(1));
        rig.life.changesPerSecond(10);
        return rig;
    }
}
