package io.martech.connect.source.reader.snapshot;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which rows of a list are deleted: absent in two complete readings in a row, and not known to the platform if it can
 * be asked for a single row. An empty answer, or one that lacks many rows at once, is taken for a fault or a lost permission.
 *
 * @param percent more than so many of the known rows absent at once, and more than 20, delete nothing
 */
public record DeletionRule(int percent) {

    private static final int ALWAYS_BELIEVED = 20;

    /**
     * What a reading tells.
     *
     * @param deleted the rows to tell of as deleted
     * @param absent those that are if the next reading lacks them too
     * @param isDoubtful whether more rows were absent than is believed, so that nothing was decided
     */
    public record Verdict<K>(Set<K> deleted, Set<K> absent, boolean isDoubtful) {}

    /**
     * @param known rows that were emitted and not deleted since
     * @param present the rows of a complete reading
     * @param absentBefore those that the reading before lacked
     * @param isStillThere asks the platform for a single row; false where it cannot be asked
     * @throws RuntimeException of {@code isStillThere}: nothing is decided then
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
