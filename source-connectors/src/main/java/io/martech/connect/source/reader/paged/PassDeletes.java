package io.martech.connect.source.reader.paged;

import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.snapshot.DeletionRule;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which rows of a list that is read in passes are deleted, if the user wants to know ({@code deletes.enabled}): absent in
 * two complete passes in a row, and not known to the platform; see {@link DeletionRule}. What a pass lacked is remembered until
 * the task ends; after a restart it takes two passes again.
 */
final class PassDeletes {

    private static final Logger log = LoggerFactory.getLogger(PassDeletes.class);

    private final PageFeed feed;
    private final DeletionRule rule;
    private Set<Long> absent = Set.of();

    /** @param percent of the known rows that may be missing at once; null if deletes are not to be told */
    PassDeletes(PageFeed feed, Integer percent) {
        this.feed = feed;
        this.rule = percent == null ? null : new DeletionRule(percent);
    }

    /** Nothing is deleted, and what was absent before stays so. */
    DeletionRule.Verdict<Long> none() {
        return new DeletionRule.Verdict<>(Set.of(), absent, false);
    }

    /**
     * Nothing is remembered before {@link #settle}.
     *
     * @param seen the ids of a complete pass
     * @throws io.martech.connect.client.PlatformException if the platform cannot be asked for a row; nothing is decided then
     */
    DeletionRule.Verdict<Long> after(Set<Long> seen, Buckets buckets) {
        if (rule == null) {
            return none();
        }
        Set<Long> known = new HashSet<>();
        for (int number = 0; number < buckets.count(); number++) {
            known.addAll(buckets.idsOf(number));
        }
        DeletionRule.Verdict<Long> verdict = rule.judge(known, seen, absent, feed::isStillThere);
        if (verdict.isDoubtful()) {
            feed.countWarning();
            log.warn(
                    "A complete pass has seen {} rows, while {} are known, and so many missing at once may as well be a fault or a"
                            + " lost permission: none is told as deleted. If they are truly gone, set deletes.max.percent higher"
                            + " until they have been told; an empty list never deletes anything.",
                    seen.size(),
                    known.size());
        }
        return verdict;
    }

    void settle(DeletionRule.Verdict<Long> verdict) {
        absent = verdict.absent();
    }
}
