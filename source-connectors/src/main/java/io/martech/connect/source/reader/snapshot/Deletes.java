package io.martech.connect.source.reader.snapshot;

import io.martech.connect.source.engine.SourceOptions;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects deleted rows of a list, and whether tombstones are emitted for them ({@code deletes.enabled}); see
 * {@link DeletionRule} for when a row is regarded as deleted. Without tombstones, absent rows are only removed from the
 * stored state, so that it does not grow indefinitely.
 */
public final class Deletes {

    private static final Logger log = LoggerFactory.getLogger(Deletes.class);

    /** The maximum number of absent rows kept in the state. */
    private static final int SPARE_ROWS = 20_000;

    private final String resource;
    private final boolean areEmitted;
    private final DeletionRule rule;
    private final LongAdder warnings = new LongAdder();

    private Deletes(String resource, boolean areEmitted, DeletionRule rule) {
        this.resource = resource;
        this.areEmitted = areEmitted;
        this.rule = rule;
    }

    /** Never emits tombstones. */
    public static Deletes off() {
        return new Deletes(null, false, new DeletionRule(100));
    }

    /** As configured. */
    public static Deletes of(String resource, SourceOptions settings) {
        return settings.deletesAreEnabled() ? on(resource, new DeletionRule(settings.deletesMaximumPercent())) : off();
    }

    public static Deletes on(String resource, DeletionRule rule) {
        return new Deletes(resource, true, rule);
    }

    /** Whether tombstones are emitted, for which the keys of rows have to be stored. */
    public boolean areEmitted() {
        return areEmitted;
    }

    /** How many findings the user should check. */
    public long warnings() {
        return warnings.sum();
    }

    /** @param known the emitted rows of the list: if none of them came with that request, there is nothing to report */
    void reportEmptyAnswer(ListFeed.Answer answer, Collection<KeyedHashes.State> known) {
        if (areEmitted && known.stream().anyMatch(state -> state.request() == answer.hash())) {
            warnings.increment();
            log.warn(
                    "{}: the answer to the request for {} is empty, though rows came with it before. It may be a lost permission:"
                            + " none of them is emitted as deleted. If there are truly none of that kind, take it out of the"
                            + " configuration.",
                    resource,
                    answer.request());
        }
    }

    /**
     * Evaluates a complete read: the rows that are gone, to be removed from the state and, unless the read is doubtful,
     * to be emitted as deleted.
     *
     * @param known the emitted rows that the read could have returned
     * @param present the rows that it returned
     * @param isStillThere queries the platform for a single row
     */
    public DeletionRule.Verdict<Long> after(
            Map<Long, KeyedHashes.State> known, Set<Long> present, LongPredicate isStillThere) {
        Set<Long> absentBefore = known.entrySet().stream()
                .filter(row -> row.getValue().isAbsent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        DeletionRule.Verdict<Long> verdict =
                rule.judge(known.keySet(), present, absentBefore, key -> areEmitted && isStillThere.test(key));
        if (verdict.isDoubtful() && areEmitted) {
            warnings.increment();
            log.warn(
                    "{}: the platform lists {} rows; of the {} that were known before, {} are missing. So many at once may as"
                            + " well be a fault or a lost permission: none is emitted as deleted. If they are truly gone, set"
                            + " deletes.max.percent higher until they have been; an empty list never deletes anything.",
                    resource,
                    present.size(),
                    known.size(),
                    known.keySet().stream()
                            .filter(key -> !present.contains(key))
                            .count());
        }
        boolean isTooMuch = known.size() > 10L * present.size() + SPARE_ROWS;
        return verdict.isDoubtful() && isTooMuch && !present.isEmpty()
                ? new DeletionRule.Verdict<>(missing(known, present), Set.of(), true)
                : verdict;
    }

    /** The state of a list whose rows are different on every read would grow indefinitely. */
    private static Set<Long> missing(Map<Long, KeyedHashes.State> known, Set<Long> present) {
        Set<Long> missing = new HashSet<>(known.keySet());
        missing.removeAll(present);
        return missing;
    }
}
