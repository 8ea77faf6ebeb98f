package io.martech.connect.source.reader.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.source.reader.snapshot.DeletionRule.Verdict;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionRuleTest {

    private final DeletionRule rule = new DeletionRule(5);

    @Test
    void aRowIsDeletedWhenTwoReadingsInARowLackIt() {
        Verdict<Integer> first = rule.judge(Set.of(1, 2, 3), Set.of(1, 3), Set.of(), key -> false);
        assertThat(first).isEqualTo(new Verdict<>(Set.of(), Set.of(2), false));
        Verdict<Integer> second = rule.judge(Set.of(1, 2, 3), Set.of(1), first.absent(), key -> false);
        assertThat(second).isEqualTo(new Verdict<>(Set.of(2), Set.of(3), false));
    }

    @Test
    void aRowThatComesBackBeginsAnew() {
        Verdict<Integer> back = rule.judge(Set.of(1, 2), Set.of(1, 2), Set.of(2), key -> false);
        assertThat(back.absent()).isEmpty();
        assertThat(rule.judge(Set.of(1, 2), Set.of(1), back.absent(), key -> false)
                        .deleted())
                .isEmpty();
    }

    @Test
    void aRowThatThePlatformStillKnowsIsNotDeleted() {
        assertThat(rule.judge(Set.of(1, 2, 3), Set.of(3), Set.of(1, 2), key -> key == 2))
                .isEqualTo(new Verdict<>(Set.of(1), Set.of(2), false));
    }

    @Test
    void onlyRowsThatWereLackedTwiceAreAskedFor() {
        rule.judge(Set.of(1, 2), Set.of(1), Set.of(), key -> {
            throw new AssertionError("asked for " + key);
        });
        assertThatThrownBy(() -> rule.judge(Set.of(1, 2), Set.of(1), Set.of(2), key -> {
                    throw new IllegalStateException("the platform does not answer");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyAnswerDeletesNothing() {
        Verdict<Integer> empty = rule.judge(Set.of(1, 2), Set.of(), Set.of(2), key -> false);
        assertThat(empty).isEqualTo(new Verdict<>(Set.of(), Set.of(2), true));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 5, 20, true",
        "100, 5, 21, false",
        "1000, 5, 50, true",
        "1000, 5, 51, false",
        "1000, 100, 999, true"
    })
    void moreThanIsBelievedAtOnceDeletesNothing(int known, int percent, int missing, boolean isBelieved) {
        Set<Integer> all = numbers(0, known);
        Set<Integer> lacked = numbers(0, missing);
        Verdict<Integer> verdict = new DeletionRule(percent).judge(all, numbers(missing, known), lacked, key -> false);
        assertThat(verdict.deleted()).isEqualTo(isBelieved ? lacked : Set.of());
        assertThat(verdict.isDoubtful()).isEqualTo(!isBelieved);
    }

    private static Set<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toSet());
    }
}
