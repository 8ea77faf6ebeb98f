package io.martech.connect.source.reader.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.SourceSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which rows of a list are deleted, if the user wants to know ({@code deletes.enabled}). The keys that were emitted
 * are kept in the cursor; see {@link DeletionRule} for what it takes to be deleted.
 */
public final class Deletes {

    public static final String KNOWN = "known_keys";
    public static final String ABSENT = "absent_keys";

    private static final Logger log = LoggerFactory.getLogger(Deletes.class);

    /** Of a cursor, which may have 256 KB: what all its other fields leave. */
    private static final int CHARACTERS = 250_000;

    private final String resource;
    private final RowKeys keys;
    private final DeletionRule rule;
    private final LongAdder warnings = new LongAdder();

    private Deletes(String resource, RowKeys keys, DeletionRule rule) {
        this.resource = resource;
        this.keys = keys;
        this.rule = rule;
    }

    /** Nothing is ever said to be deleted, and no keys are kept. */
    public static Deletes off() {
        return new Deletes(null, null, null);
    }

    /** As the configuration says. @param schema whose keys tell the rows apart */
    public static Deletes of(String resource, SourceSettings settings, RowSchema schema) {
        if (!settings.deletesAreEnabled()) {
            return off();
        }
        List<String> fields =
                schema.keySchema().fields().stream().map(Field::name).toList();
        return on(resource, new RowKeys(fields), new DeletionRule(settings.deletesMaximumPercent()));
    }

    public static Deletes on(String resource, RowKeys keys, DeletionRule rule) {
        return new Deletes(resource, keys, rule);
    }

    /** How many findings the user should look at. */
    public long warnings() {
        return warnings.sum();
    }

    /**
     * What is to be told, and what to remember.
     *
     * @param rows one for each deleted row, with the fields of its key only
     */
    record Found(List<Row> rows, Cursor cursor) {}

    /**
     * @param list a complete reading
     * @param next the cursor that the reading leads to
     * @param isStillThere asks the platform for a single row, given the fields of its key
     */
    Found in(List<JsonNode> list, Cursor next, Predicate<JsonNode> isStillThere) {
        if (keys == null) {
            return new Found(List.of(), next.with(KNOWN, null).with(ABSENT, null));
        }
        Set<String> known = RowKeys.unpack(next.text(KNOWN));
        Set<String> present = list.stream().map(keys::of).collect(Collectors.toCollection(TreeSet::new));
        DeletionRule.Verdict<String> verdict = rule.judge(
                known, present, RowKeys.unpack(next.text(ABSENT)), key -> isStillThere.test(RowKeys.row(key)));
        if (verdict.isDoubtful()) {
            warnOfDoubt(known, present);
        }
        known.addAll(present);
        known.removeAll(verdict.deleted());
        List<Row> rows = verdict.deleted().stream()
                .sorted()
                .map(key -> new Row(RowKeys.row(key), ReadMode.DELETE))
                .toList();
        return new Found(rows, remembering(known, verdict.absent(), next));
    }

    /** The cursor with rows in it that came between two readings. */
    public Cursor noting(List<JsonNode> rows, Cursor cursor) {
        if (keys == null) {
            return cursor;
        }
        Set<String> known = RowKeys.unpack(cursor.text(KNOWN));
        rows.forEach(row -> known.add(keys.of(row)));
        return remembering(known, RowKeys.unpack(cursor.text(ABSENT)), cursor);
    }

    private Cursor remembering(Set<String> known, Set<String> absent, Cursor next) {
        Cursor cursor = next.with(KNOWN, RowKeys.pack(known)).with(ABSENT, RowKeys.pack(absent));
        if (cursor.toOffset().toString().length() <= CHARACTERS) {
            return cursor;
        }
        warnings.increment();
        log.warn(
                "{}: {} rows are more than a position can keep the keys of, so deletes are not told. Everything else is.",
                resource,
                known.size());
        return next.with(KNOWN, null).with(ABSENT, null);
    }

    private void warnOfDoubt(Set<String> known, Set<String> present) {
        warnings.increment();
        log.warn(
                "{}: the platform lists {} rows of which {} were known before; {} are missing. So many at once may as well be a"
                        + " fault or a lost permission: none is told as deleted. If they are truly gone, set"
                        + " deletes.max.percent higher until they have been told; an empty list never deletes anything.",
                resource,
                present.size(),
                known.size(),
                known.stream().filter(key -> !present.contains(key)).count());
    }
}
