package io.martech.connect.source.reader.snapshot;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which rows of a list are deleted: those absent from two complete reads in a row, and unknown to the platform
 * where it can be queried for a single row. A read that is empty, or lacks many rows at once, is regarded as a fault or a
 * lost permission.
 *
 * @param percent if more than this share of the known rows, and more than 20, are absent at once, nothing is deleted
 */
public record DeletionRule(int percent) {

    private static final int ALWAYS_BELIEVED = 20;

    /**
     * The result of a read.
     *
     * @param deleted the rows to emit as deleted
     * @param absent the rows that are deleted if the next read lacks them too
     * @param isDoubtful whether too many rows were absent, so that nothing was decided
     */
    public record Verdict<K>(Set<K> deleted, Set<K> absent, boolean isDoubtful) {}

    /**
     * @param known the rows that were emitted and not deleted since
     * @param present the rows of a complete read
     * @param absentBefore the rows that the previous read lacked
     * @param isStillThere queries the platform for a single row; false where it cannot be queried
     * @throws RuntimeException thrown by {@code isStillThere}: nothing is decided then
     */
    public <K> Verdict<K> judge(Set<K> known, Set<K> present, Set<K> absentBefore, Predicate<K> isStillThere) {
        Set<K> missing = new HashSet<>(known);
        missing.removeAll(present);
        if (missing.isEmpty()) {
            return new Verdict<>(Set.of(), Set.of(), false);
        }
        if (present.isEmpty() || missing.size() > most(known.size())) {
            return new Verdict<>(Set.of(), absentBefore, true);
        }
        Set<K> deleted = new HashSet<>(missing);
        deleted.retainAll(absentBefore);
        deleted.removeIf(isStillThere);
        missing.removeAll(deleted);
        return new Verdict<>(deleted, missing, false);
    }

    private long most(int known) {
        return Math.max(ALWAYS_BELIEVED, (long) known * percent / 100);
    }
}
