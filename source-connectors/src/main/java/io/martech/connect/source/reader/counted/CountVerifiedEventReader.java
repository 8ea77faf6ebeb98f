package io.martech.connect.source.reader.counted;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.reader.PlatformClock;
import io.martech.connect.source.reader.counted.CountedFeed.Subject;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.paged.OpenTailPriority;
import io.martech.connect.source.reader.slice.KnownSlices;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the events of subjects whose count has changed: all subjects once, the latest first; then until they are 90 days
 * old, older ones less often, and once more after that, regardless of how long reading was stopped. An event that appears
 * long after its time changes the count, too. For a subject that is no longer read, nothing is stored.
 */
public final class CountVerifiedEventReader implements Reader {

    /** The field that identifies a subject, or one of its spans, in the source partition. */
    public static final String SLICE = "subject";

    public static final String READ_UP_TO = "read_up_to";

    private final CountedFeed feed;
    private final KnownSlices slices;
    private final PlatformClock clock;
    private final OpenTailPriority turns;

    /** For how long ended subjects are still listed, so that their offsets are deleted after a crash as well. */
    private static final Duration FORGOTTEN_WITHIN = Duration.ofDays(7);

    /** The maximum number of offsets that are deleted in one cycle. */
    private static final int MOST_FORGOTTEN = 1_000;

    /** When each subject was last checked by this task; the stored time is older if nothing had changed. */
    private final Map<String, LocalDateTime> lookedAt = new HashMap<>();

    /** What is still to be checked in this cycle, or null between cycles. */
    private Deque<Subject> due;

    /** Subjects that are no longer read but still have stored offsets. */
    private final Set<String> ended = new LinkedHashSet<>();

    /** Slices whose offsets are to be deleted. */
    private final Deque<Slice> forgotten = new ArrayDeque<>();

    private LocalDateTime cycleBegan;
    private LocalDateTime oldestLook;
    private EventChunks chunks;
    private SubjectReading reading;
    private boolean isCycleTold;

    /** The subjects that were due when the cycle began. */
    private List<Subject> dueLast = List.of();

    public CountVerifiedEventReader(
            CountedFeed feed, SliceCursors stored, ServerClock clock, ZoneOffset zone, OpenTailPriority turns) {
        this.feed = feed;
        this.slices = new KnownSlices(stored);
        this.clock = new PlatformClock(clock, zone);
        this.turns = turns;
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        if (due == null) {
            begin(cursor);
        }
        while (!due.isEmpty()) {
            Optional<Chunk> chunk = look(due.peek());
            if (chunk.isPresent()) {
                return chunk;
            }
            finish(due.remove());
        }
        if (!isCycleTold) {
            isCycleTold = true;
            chunks.readUpTo(oldestLook);
            // Subjects that ended in this cycle are deleted in the next one: it must be stored first that they were
            // read.
            forget();
            dueLast.stream()
                    .filter(subject -> !SubjectCadence.isWatched(subject, cycleBegan))
                    .forEach(subject -> ended.add(subject.id()));
            return Optional.of(chunks.of(null, List.of(), cursor, chunks.addTo(cursor)));
        }
        if (!forgotten.isEmpty()) {
            Slice slice = forgotten.remove();
            return Optional.of(chunks.forgetting(slice, Cursor.start()));
        }
        due = null;
        return Optional.empty();
    }

    /** A count may change for any time in the past. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }

    static Slice sliceOf(String subject) {
        return new Slice(SLICE, subject);
    }

    static Slice sliceOf(String subject, Span span) {
        return new Slice(SLICE, subject + " " + span);
    }

    private void begin(Cursor cursor) {
        LocalDateTime now = clock.now();
        LocalDateTime readUpTo = cursor.time(READ_UP_TO);
        LocalDateTime from =
                readUpTo == null ? null : (readUpTo.isBefore(now) ? readUpTo : now).minus(SubjectCadence.WATCHED);
        if (chunks == null) {
            chunks = new EventChunks(cursor);
        }
        List<Subject> subjects = feed.subjects(from == null ? null : from.minus(FORGOTTEN_WITHIN));
        slices.load(subjects.stream().map(subject -> sliceOf(subject.id())).toList());
        Deque<Subject> dueNow = new ArrayDeque<>();
        LocalDateTime oldest = now;
        for (Subject subject : subjects) {
            LocalDateTime looked = lookedAt(subject);
            if (from != null && subject.time().isBefore(from)) {
                if (looked != null) {
                    ended.add(subject.id());
                }
            } else if (SubjectCadence.isDue(subject, looked, now)) {
                dueNow.add(subject);
            } else if (SubjectCadence.isWatched(subject, now) && looked.isBefore(oldest)) {
                oldest = looked;
            }
        }
        due = new ArrayDeque<>(dueNow.stream()
                .sorted(Comparator.comparing(Subject::time).reversed())
                .toList());
        dueLast = List.copyOf(due);
        cycleBegan = now;
        oldestLook = oldest;
        isCycleTold = false;
    }

    private Optional<Chunk> look(Subject subject) {
        boolean isTail = SubjectCadence.isYoung(subject, cycleBegan);
        if (reading == null) {
            Runnable turn = isTail ? () -> {} : turns::awaitTurn;
            SubjectReading.Look look = new SubjectReading.Look(clock.now(), lookedAt(subject));
            reading = new SubjectReading(feed, turn, slices, subject.id(), look, chunks);
        }
        if (!isTail) {
            return reading.next();
        }
        long look = turns.begin();
        try {
            return reading.next();
        } finally {
            turns.end(look);
        }
    }

    private LocalDateTime lookedAt(Subject subject) {
        LocalDateTime stored = slices.of(sliceOf(subject.id())).time(SubjectReading.READ_AT);
        return clock.ifReached(lookedAt.getOrDefault(subject.id(), stored));
    }

    private void finish(Subject subject) {
        reading = null;
        lookedAt.put(subject.id(), cycleBegan);
    }

    /** The stored slices of subjects that have ended. */
    private void forget() {
        for (Iterator<String> subjects = ended.iterator(); subjects.hasNext() && forgotten.size() < MOST_FORGOTTEN; ) {
            String subject = subjects.next();
            forgotten.addAll(storedOf(subject));
            slices.forget(
                    slice -> slice.equals(sliceOf(subject)) || slice.value().startsWith(subject + " "));
            lookedAt.remove(subject);
            subjects.remove();
        }
    }

    private List<Slice> storedOf(String subject) {
        Cursor whole = slices.of(sliceOf(subject));
        Set<Slice> all = SpanCounts.parse(whole.text(SubjectReading.COUNTS)).spans().stream()
                .flatMap(span -> span.withAllAround().stream())
                .map(span -> sliceOf(subject, span))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        slices.load(all);
        List<Slice> stored = new ArrayList<>(all.stream()
                .filter(slice -> slices.of(slice).has(Fingerprints.KEY))
                .toList());
        if (whole.has(SubjectReading.READ_AT)) {
            stored.add(sliceOf(subject));
        }
        return stored;
    }
}
