package io.martech.connect.source.reader.counted;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Reader;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SliceCursors;
import io.martech.connect.source.reader.counted.CountedFeed.Subject;
import io.martech.connect.source.reader.paged.OpenTailPriority;
import io.martech.connect.source.reader.slice.KnownSlices;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the events of subjects whose count has changed: all subjects once, the last ones first, and those of the last 90 days
 * again and again, the older the rarer. What happened long ago and is reported only now changes the count, too.
 */
public final class CountVerifiedEventReader implements Reader {

    /** The field that names a subject, or one of its spans, in the source partition. */
    public static final String SLICE = "subject";

    public static final String READ_UP_TO = "read_up_to";

    private final CountedFeed feed;
    private final KnownSlices slices;
    private final ServerClock clock;
    private final ZoneOffset zone;
    private final OpenTailPriority turns;

    /** When each subject was looked at, here; what is stored is older if nothing had changed. */
    private final Map<String, LocalDateTime> lookedAt = new HashMap<>();

    /** What is still to be looked at in this cycle, or null between cycles. */
    private Deque<Subject> due;

    private LocalDateTime cycleBegan;
    private LocalDateTime oldestLook;
    private EventChunks chunks;
    private SubjectReading reading;
    private boolean isCycleTold;

    public CountVerifiedEventReader(
            CountedFeed feed, SliceCursors stored, ServerClock clock, ZoneOffset zone, OpenTailPriority turns) {
        this.feed = feed;
        this.slices = new KnownSlices(stored);
        this.clock = clock;
        this.zone = zone;
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
            return Optional.of(chunks.of(null, List.of(), cursor, chunks.addTo(cursor)));
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
        LocalDateTime now = now();
        LocalDateTime from = cursor.has(READ_UP_TO) ? now.minus(SubjectCadence.WATCHED) : null;
        if (chunks == null) {
            chunks = new EventChunks(feed, cursor);
        }
        List<Subject> subjects = feed.subjects(from);
        slices.load(subjects.stream().map(subject -> sliceOf(subject.id())).toList());
        Deque<Subject> dueNow = new ArrayDeque<>();
        LocalDateTime oldest = now;
        for (Subject subject : subjects) {
            LocalDateTime looked = lookedAt(subject);
            if (SubjectCadence.isDue(subject, looked, now)) {
                dueNow.add(subject);
            } else if (SubjectCadence.isWatched(subject, now) && looked.isBefore(oldest)) {
                oldest = looked;
            }
        }
        due = new ArrayDeque<>(dueNow.stream()
                .sorted(Comparator.comparing(Subject::time).reversed())
                .toList());
        cycleBegan = now;
        oldestLook = oldest;
        isCycleTold = false;
    }

    private Optional<Chunk> look(Subject subject) {
        boolean isTail = SubjectCadence.isYoung(subject, cycleBegan);
        if (reading == null) {
            Runnable turn = isTail ? () -> {} : turns::awaitTurn;
            SubjectReading.Look look = new SubjectReading.Look(now(), lookedAt(subject));
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
        return lookedAt.getOrDefault(subject.id(), stored);
    }

    private void finish(Subject subject) {
        reading = null;
        lookedAt.put(subject.id(), cycleBegan);
        if (!SubjectCadence.isWatched(subject, cycleBegan)) {
            slices.forget(slice -> slice.value().startsWith(subject.id() + " "));
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
