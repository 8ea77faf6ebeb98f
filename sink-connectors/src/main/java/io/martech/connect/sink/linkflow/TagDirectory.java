package io.martech.connect.sink.linkflow;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of the account by key, read when they are first needed and again when one is missing. A key that a new reading
 * does not bring is not looked for again for a minute, so that a topic full of them costs a reading a minute for each key.
 * Safe for use by many threads: one reads, the others wait for what it brings.
 */
final class TagDirectory {

    private static final Duration MEMORY_OF_MISSING = Duration.ofMinutes(1);

    private final TagList list;
    private final TimeSource time;
    private final OneAtATime reading = new OneAtATime();
    private final Map<String, Tag> created = new HashMap<>();
    private final Map<String, Long> missingSince = new HashMap<>();
    private volatile Map<String, Tag> known = Map.of();

    TagDirectory(TagList list, TimeSource time) {
        this.list = list;
        this.time = time;
    }

    /**
     * The tag with that key, which may be one that takes no values; empty if the platform has none.
     *
     * @throws io.martech.connect.client.PlatformException if the list cannot be read
     */
    Optional<Tag> find(String key) {
        if (!isUsable(key)) {
            reading.run(() -> {
                if (!isUsable(key) && !wasMissingJustNow(key)) {
                    read();
                    remember(key);
                }
                return null;
            });
        }
        return Optional.ofNullable(known.get(key));
    }

    /** Reads the list whatever is known, and says what it has of that key. */
    Optional<Tag> readAgain(String key) {
        return reading.run(() -> {
            read();
            return Optional.ofNullable(known.get(key));
        });
    }

    /**
     * Reads the list since the platform does not know one of these tags any more.
     *
     * @return whether one of them has another id now, or is gone
     */
    boolean readWithout(Collection<Long> doubtful) {
        return reading.run(() -> {
            created.values().removeIf(tag -> doubtful.contains(tag.id()));
            read();
            return !known.values().stream().map(Tag::id).toList().containsAll(doubtful);
        });
    }

    /** A tag was created. The platform may take a while to list it. */
    void add(Tag tag) {
        reading.run(() -> {
            created.put(tag.key(), tag);
            Map<String, Tag> more = new HashMap<>(known);
            more.put(tag.key(), tag);
            known = more;
            return null;
        });
    }

    private void read() {
        Map<String, Tag> listed = list.read();
        created.keySet().removeAll(listed.keySet());
        Map<String, Tag> all = new HashMap<>(listed);
        all.putAll(created);
        known = all;
    }

    private boolean isUsable(String key) {
        Tag tag = known.get(key);
        return tag != null && tag.takesValues();
    }

    private boolean wasMissingJustNow(String key) {
        Long since = missingSince.get(key);
        return since != null && isRecent(since);
    }

    private void remember(String key) {
        missingSince.values().removeIf(since -> !isRecent(since));
        if (!isUsable(key)) {
            missingSince.put(key, time.nanoTime());
        }
    }

    private boolean isRecent(long since) {
        return time.nanoTime() - since < MEMORY_OF_MISSING.toNanos();
    }
}
