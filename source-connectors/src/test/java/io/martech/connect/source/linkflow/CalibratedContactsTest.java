package io.martech.connect.source.linkflow;

import static io.martech.connect.source.linkflow.FakeContacts.timeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalibratedContactsTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);

    private final FakeContacts contacts =
            new FakeContacts((time, from, to) -> !time.isBefore(timeOf(from)) && time.isBefore(timeOf(to)));

    @AfterEach
    void close() {
        contacts.close();
    }

    @Test
    void itFindsOutFirstAndKeepsTheResultInThePosition() {
        contacts.put(1, NOON);
        Position before = Position.start().with("phase", "windows").with("read_up_to", "2026-01-01 08:00:00");
        Unit unit = strategy(null).next(before).orElseThrow();
        assertThat(unit.rows()).isEmpty();
        assertThat(unit.from()).isEqualTo(before);
        assertThat(unit.next()).isEqualTo(before.with("window_precision", "second"));
        assertThat(unit.facts().phase()).isEqualTo(Progress.Phase.CALIBRATE);
        assertThat(unit.facts().requests()).isPositive();
        assertThat(readBy(strategy(null), unit.next())).isEqualTo("by second");
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        assertThat(readBy(strategy(null), Position.start().with("window_precision", "day")))
                .isEqualTo("by day");
        assertThat(contacts.client().requests()).isEmpty();
    }

    @Test
    void theUsersWordCountsWhateverWasFound() {
        Position found = Position.start().with("window_precision", "second");
        assertThat(readBy(strategy(WindowPrecision.DAY), found)).isEqualTo("by day");
        assertThat(readBy(strategy(WindowPrecision.SECOND), Position.start())).isEqualTo("by second");
        assertThat(contacts.client().requests()).isEmpty();
    }

    @Test
    void withoutContactsThereIsNothingToRead() {
        assertThat(strategy(null).next(Position.start())).isEmpty();
        assertThat(strategy(null).completeUpTo(Position.start())).isNull();
    }

    @Test
    void completeUpToIsThatOfTheStrategyInUse() {
        assertThat(strategy(null).completeUpTo(Position.start().with("window_precision", "day")))
                .isEqualTo(NOON);
    }

    private CalibratedContacts strategy(WindowPrecision configured) {
        return new CalibratedContacts(
                contacts.feed(),
                Map.of(
                        WindowPrecision.SECOND, new Named("by second"),
                        WindowPrecision.DAY, new Named("by day")),
                configured);
    }

    private static String readBy(Strategy strategy, Position position) {
        return strategy.next(position).orElseThrow().next().text("read");
    }

    /** Writes its name into the position. */
    private record Named(String name) implements Strategy {

        @Override
        public Optional<Unit> next(Position position) {
            UnitFacts facts = new UnitFacts(
                    Progress.Phase.WINDOWS, Progress.Pass.FIRST, null, null, null, 1, null, 0, null, List.of());
            return Optional.of(new Unit(List.of(), position, position.with("read", name), facts));
        }

        @Override
        public LocalDateTime completeUpTo(Position position) {
            return NOON;
        }
    }
}
