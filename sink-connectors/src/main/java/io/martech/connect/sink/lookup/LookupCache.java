package io.martech.connect.sink.lookup;

import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Caches the account's entries by name (tags, custom fields, groups). The list is read on first use, again when a name is
 * missing, and again when it has grown old, since entries may be deleted. A name that a new read does not return is not
 * searched again for a minute, so that a topic full of missing names costs one read a minute for each. Thread-safe: one
 * thread reads, the others wait for its result.
 *
 * @param <T> an entry, with {@code equals}
 */
public final class LookupCache<T> {

    private static final Duration MEMORY_OF_MISSING = Duration.ofMinutes(1);

    /** Another client may have created an entry a moment ago, and it is undocumented how soon a list returns it. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private static final Duration LAST_PAUSE = Duration.ofSeconds(4);

    private final Supplier<Map<String, T>> list;
    private final Predicate<T> isUsable;
    private final Duration longestUse;
    private final TimeSource time;
    private final Pauses pauses;
    private final SingleFlight reading = new SingleFlight();
    private final Map<String, T> created = new HashMap<>();
    private final Map<String, Long> missingSince = new HashMap<>();
    private volatile Reading<T> last;

    private record Reading<T>(Map<String, T> entries, long nanos) {}

    /**
     * @param list reads all entries by name, in one attempt: a {@link PlatformException} is passed on as
     *     {@link LookupFailedException}, and the caller does the retries
     * @param isUsable whether an entry can be used; an unusable one is searched again like a missing one
     * @param longestUse the maximum age of a list that is used
     */
    public LookupCache(Supplier<Map<String, T>> list, Predicate<T> isUsable, Duration longestUse, TimeSource time) {
        this.list = list;
        this.isUsable = isUsable;
        this.longestUse = longestUse;
        this.time = time;
        this.pauses = new Pauses(time);
    }

    /** The entry of that name, which may be unusable; empty if the account has none. */
    public Optional<T> find(String name) {
        ensureLoaded(List.of(name));
        return Optional.ofNullable(last.entries().get(name));
    }

    /**
     * Ensures that {@link #find} needs no read for any of these names for a minute: one read serves all that are missing.
     */
    public void ensureLoaded(Collection<String> names) {
        if (names.stream().allMatch(this::isKnown)) {
            return;
        }
        reading.run(() -> {
            boolean isWorthReading =
                    isOld() || names.stream().anyMatch(name -> !isKnown(name) && !wasMissingJustNow(name));
            if (isWorthReading) {
                read();
                names.forEach(this::remember);
            }
            return null;
        });
    }

    /** All entries of the last read, which is repeated only if it is too old. */
    public Map<String, T> all() {
        if (isOld()) {
            reading.run(() -> {
                if (isOld()) {
                    read();
                }
                return null;
            });
        }
        return Map.copyOf(last.entries());
    }

    /**
     * Reads the list until it contains an entry that the platform has just created, or reports to exist; that may take a
     * while. A name that differs only in case is the same entry if the platform reports that it exists.
     *
     * @return the entry, cached under that name from now on; empty if it is not listed within some eight seconds
     * @throws ClientClosedException if the thread is interrupted while it waits
     */
    public Optional<T> awaitListed(String name) {
        Optional<T> listed = readAgain(name);
        for (Duration pause = FIRST_PAUSE; listed.isEmpty() && pause.compareTo(LAST_PAUSE) <= 0; ) {
            pauses.pause(pause, "an entry to be listed");
            listed = readAgain(name);
            pause = pause.multipliedBy(2);
        }
        return listed;
    }

    private Optional<T> readAgain(String name) {
        return reading.run(() -> {
            read();
            T listed = last.entries().get(name);
            Optional<T> found = Optional.ofNullable(listed).or(() -> last.entries().entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst());
            found.ifPresent(entry -> add(name, entry));
            return found;
        });
    }

    /**
     * Reads the list again since the platform seems not to know one of these entries any more.
     *
     * @return whether one of them has changed or disappeared
     */
    public boolean readWithout(Map<String, T> doubtful) {
        return readWithout(doubtful, Duration.ZERO);
    }

    /** Like {@link #readWithout(Map)}, but without a read if the cached list is younger than that. */
    public boolean readWithout(Map<String, T> doubtful, Duration youngEnough) {
        return reading.run(() -> {
            if (isOlderThan(youngEnough)) {
                created.entrySet().removeIf(entry -> entry.getValue().equals(doubtful.get(entry.getKey())));
                read();
            }
            return !last.entries().entrySet().containsAll(doubtful.entrySet());
        });
    }

    /** Adds an entry that was created just now. The platform may take a while to list it. */
    public void add(String name, T entry) {
        reading.run(() -> {
            created.put(name, entry);
            Map<String, T> more = last == null ? new HashMap<>() : new HashMap<>(last.entries());
            more.put(name, entry);
            last = new Reading<>(more, last == null ? time.nanoTime() : last.nanos());
            return null;
        });
    }

    private void read() {
        Map<String, T> listed = listed();
        created.keySet().removeAll(listed.keySet());
        Map<String, T> all = new HashMap<>(listed);
        all.putAll(created);
        last = new Reading<>(all, time.nanoTime());
    }

    private Map<String, T> listed() {
        try {
            return list.get();
        } catch (PlatformException failed) {
            throw new LookupFailedException(failed);
        }
    }

    private boolean isKnown(String name) {
        return !isOld() && serves(name);
    }

    private boolean isOld() {
        return isOlderThan(longestUse);
    }

    private boolean isOlderThan(Duration age) {
        return last == null || time.nanoTime() - last.nanos() >= age.toNanos();
    }

    private boolean serves(String name) {
        T entry = last.entries().get(name);
        return entry != null && isUsable.test(entry);
    }

    private boolean wasMissingJustNow(String name) {
        Long since = missingSince.get(name);
        return since != null && isRecent(since);
    }

    private void remember(String name) {
        missingSince.values().removeIf(since -> !isRecent(since));
        if (!serves(name)) {
            missingSince.put(name, time.nanoTime());
        }
    }

    private boolean isRecent(long since) {
        return time.nanoTime() - since < MEMORY_OF_MISSING.toNanos();
    }
}
