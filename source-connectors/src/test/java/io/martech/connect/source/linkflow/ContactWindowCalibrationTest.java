package io.martech.connect.source.linkflow;

import static io.martech.connect.source.linkflow.FakeContacts.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.source.CapturedLog;
import io.martech.connect.source.linkflow.FakeContacts.Bounds;
import io.martech.connect.source.reader.emitted.RowTimes;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactWindowCalibrationTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0, 30);

    private static final Bounds INCLUSIVE =
            (time, from, to) -> !time.isBefore(timeOf(from)) && !time.isAfter(timeOf(to));
    private static final Bounds EXCLUSIVE = (time, from, to) -> time.isAfter(timeOf(from)) && time.isBefore(timeOf(to));
    private static final Bounds END_EXCLUSIVE =
            (time, from, to) -> !time.isBefore(timeOf(from)) && time.isBefore(timeOf(to));
    private static final Bounds START_EXCLUSIVE =
            (time, from, to) -> time.isAfter(timeOf(from)) && !time.isAfter(timeOf(to));
    private static final Bounds WHOLE_DAYS = (time, from, to) ->
            !time.isBefore(midnight(from)) && time.isBefore(midnight(to).plusDays(1));
    private static final Bounds IGNORED = (time, from, to) -> true;
    private static final Bounds NOTHING = (time, from, to) -> false;

    /** The same bounds, cut to midnight first. */
    private static Bounds cut(Bounds bounds) {
        return (time, from, to) -> bounds.include(time, from.substring(0, 10), to.substring(0, 10));
    }

    static Stream<Bounds> boundsThatTakeATimeOfDay() {
        return Stream.of(INCLUSIVE, EXCLUSIVE, END_EXCLUSIVE, START_EXCLUSIVE);
    }

    static Stream<Bounds> boundsThatDoNot() {
        return Stream.of(cut(INCLUSIVE), cut(EXCLUSIVE), cut(END_EXCLUSIVE), cut(START_EXCLUSIVE), WHOLE_DAYS, IGNORED);
    }

    static Stream<Arguments> everyKindAtTheEndsOfADay() {
        return Stream.of("23:59:57", "23:59:58", "23:59:59", "00:00:00", "00:00:01", "00:00:02", "00:00:05")
                .map(time -> LocalDateTime.parse("2026-03-01T" + time))
                .flatMap(time -> Stream.concat(
                        boundsThatTakeATimeOfDay().map(bounds -> Arguments.of(time, bounds, WindowPrecision.SECOND)),
                        boundsThatDoNot().map(bounds -> Arguments.of(time, bounds, WindowPrecision.DAY))));
    }

    @ParameterizedTest
    @MethodSource("boundsThatTakeATimeOfDay")
    void boundsThatTakeATimeOfDayAreFoundInclusiveOrNot(Bounds bounds) {
        assertThat(find(new FakeContacts(bounds).put(1, NOON))).contains(WindowPrecision.SECOND);
    }

    @ParameterizedTest
    @MethodSource("boundsThatDoNot")
    void boundsThatAreCutToDatesAreFound(Bounds bounds) {
        assertThat(find(new FakeContacts(bounds).put(1, NOON))).contains(WindowPrecision.DAY);
    }

    @Test
    void boundsThatRefuseATimeOfDayAreDates() {
        assertThat(find(new FakeContacts(WHOLE_DAYS).put(1, NOON).refusingATimeOfDayWith("B00010")))
                .contains(WindowPrecision.DAY);
    }

    /** Any other code may be an outage, and says nothing of bounds. */
    @Test
    void anotherRefusalIsAnError() {
        assertThatThrownBy(() -> find(new FakeContacts(INCLUSIVE).put(1, NOON).refusingATimeOfDayWith("B00001")))
                .isInstanceOf(PlatformException.class)
                .hasMessage("refused with B00001");
    }

    /** Near midnight a window of seconds may stand on two dates; what it finds then says nothing of seconds. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKindAtTheEndsOfADay")
    void aContactNearMidnightNeverMisleads(LocalDateTime time, Bounds bounds, WindowPrecision truth) {
        assertThat(find(new FakeContacts(bounds).put(1, time)).orElse(truth)).isEqualTo(truth);
        assertThat(find(new FakeContacts(bounds).put(1, time).put(2, NOON))).contains(truth);
    }

    @Test
    void behindManyContactsOfMidnightOneThatCanTellIsFound() {
        FakeContacts contacts = new FakeContacts(INCLUSIVE);
        for (long id = 1; id <= 100; id++) {
            contacts.put(id, LocalDateTime.of(2026, 3, 1, 0, 0));
        }
        assertThat(find(contacts.put(101, NOON))).contains(WindowPrecision.SECOND);
    }

    @Test
    void aContactThatNoWindowFindsIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> find(new FakeContacts(NOTHING).put(1, NOON)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("2026-03-01 12:00:30")
                .hasMessageContaining("Nothing was read")
                .hasMessageContaining("contacts.window.precision");
    }

    @Test
    void withoutContactsThereIsNothingToTellYet() {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(find(new FakeContacts(INCLUSIVE))).isEmpty();
            assertThat(log.aboveDebug()).isEmpty();
        }
    }

    @Test
    void ifNoneOfThemCanTellTheUserIsTold() {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(find(new FakeContacts(INCLUSIVE).put(1, null))).isEmpty();
            assertThat(log.aboveDebug()).singleElement().asString().contains("contacts.window.precision");
        }
    }

    @Test
    void aContactWithoutATimeIsPassedOver() {
        assertThat(find(new FakeContacts(INCLUSIVE).put(1, null))).isEmpty();
        assertThat(find(new FakeContacts(INCLUSIVE).put(1, null).put(2, NOON))).contains(WindowPrecision.SECOND);
    }

    /** It leaves the window in which it is looked for, which looks like a platform that cuts times to dates. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void aContactThatChangesMeanwhileIsPassedOver(int request) {
        FakeContacts contacts = new FakeContacts(INCLUSIVE).put(1, NOON).put(2, NOON.plusHours(1));
        contacts.beforeRequest(request, () -> contacts.put(1, NOON.plusHours(2)));
        assertThat(find(contacts)).contains(WindowPrecision.SECOND);
    }

    @Test
    void ifEveryContactChangesMeanwhileItIsTriedAgainLater() {
        FakeContacts contacts = new FakeContacts(INCLUSIVE).put(1, NOON);
        contacts.beforeRequest(3, () -> contacts.put(1, NOON.plusHours(2)));
        assertThat(find(contacts)).isEmpty();
    }

    @Test
    void aContactThatIsDeletedMeanwhileIsPassedOver() {
        FakeContacts contacts = new FakeContacts(INCLUSIVE).put(1, NOON).put(2, NOON);
        contacts.beforeRequest(2, () -> contacts.delete(1));
        assertThat(find(contacts)).contains(WindowPrecision.SECOND);
    }

    @Test
    void theResultIsLogged() {
        try (CapturedLog log = new CapturedLog()) {
            find(new FakeContacts(INCLUSIVE).put(1, NOON));
            assertThat(log.aboveDebug()).anyMatch(line -> line.contains("precision of one second"));
        }
    }

    @Test
    void theWindowsAroundTheContactAreAskedFor() {
        FakeContacts contacts = new FakeContacts(INCLUSIVE).put(1, NOON);
        find(contacts);
        List<String> windows = contacts.client().requests().stream()
                .filter(request -> request.contains("minUpdateTime"))
                .map(request ->
                        request.replaceAll(".*minUpdateTime=2026-03-01 (.*)&maxUpdateTime=2026-03-01 (.*)", "$1 to $2"))
                .toList();
        assertThat(windows.get(0)).isEqualTo("12:00:29 to 12:00:32");
        assertThat(windows).contains("12:00:25 to 12:00:28", "12:00:33 to 12:00:36");
    }

    private static Optional<WindowPrecision> find(FakeContacts contacts) {
        try (contacts) {
            return new ContactWindowCalibration(contacts.feed(), new RowTimes("contacts", ZoneOffset.ofHours(8)))
                    .find();
        }
    }

    private static LocalDateTime midnight(String bound) {
        return timeOf(bound.substring(0, 10));
    }
}
