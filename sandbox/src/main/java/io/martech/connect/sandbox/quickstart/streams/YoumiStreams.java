package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.adapter.YoumiAdapter;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Youmi with some rows in each of its lists, which go into topics. */
final class YoumiStreams {
    private static final int ROWS = 40;
    private static final YoumiList[] LISTS = YoumiList.values();
    private static final int CHANGES_PER_UPDATE = 3;
    private static final int CHANGES_PER_NEW_ROW = 50;

    private final YoumiAdapter youmi = YoumiAdapter.start(Clock.systemUTC(), 1);
    private final YoumiPlatform state = youmi.platform();
    private final Platform platform;

    YoumiStreams() {
        state.conditions().latency(Duration.ofMillis(10));
        for (YoumiList list : LISTS) {
            state.insert(list, ROWS);
        }
        platform = new Platform(
                "Youmi",
                youmi,
                String.format(Locale.ROOT, "%d rows in each of %d lists", ROWS, LISTS.length),
                // Five minutes, the model's value, is longer than anybody watches.
                Map.of("poll.interval.ms", "2000"));
    }

    Platform platform() {
        return platform;
    }

    /** What changes is a row of each list in turn; counters do not, for they are no news. */
    Source source() {
        return new Source("youmi-source.json", platform, youmi.tables(), this::change);
    }

    private void change(long number) {
        YoumiList list = LISTS[(int) (number % LISTS.length)];
        if (number % CHANGES_PER_UPDATE == 0) {
            state.updateRandom(list, 1);
        }
        if (number % CHANGES_PER_NEW_ROW == 0) {
            state.insert(list);
        }
    }
}
