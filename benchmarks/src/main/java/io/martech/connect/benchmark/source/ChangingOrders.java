package io.martech.connect.benchmark.source;

import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * Orders that change while the virtual clock moves on, at random moments as the orders of a shop do, and a count of how
 * many rows lie in a window at present.
 */
final class ChangingOrders {

    private static final ZoneOffset PLATFORM_ZONE = ZoneOffset.ofHours(8);

    private final LinkflowPlatform platform;
    private final VirtualClock clock;
    private final List<Long> ids;
    private final Random random = new Random(7);
    private final Map<Long, LocalDateTime> lastUpdates = new HashMap<>();
    private final NavigableMap<LocalDateTime, Integer> rowsBySecond = new TreeMap<>();
    private int next;

    ChangingOrders(LinkflowPlatform platform, VirtualClock clock, List<Long> ids) {
        this.platform = platform;
        this.clock = clock;
        this.ids = ids;
    }

    /** Lets whole seconds pass. */
    void pass(Duration duration, UpdateRate rate) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            updated(
                    rate.hitsFewRowsAgainAndAgain()
                            ? platform.orders().updateRandom(rate.updatesInOneSecond(random))
                            : updateInTurn(rate.updatesInOneSecond(random)));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    /** How many rows were last updated in a window: what a reader finds there. */
    int rowsBetween(LocalDateTime start, LocalDateTime end) {
        return rowsBySecond.subMap(start, end).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<Long> updateInTurn(int count) {
        List<Long> turn = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            turn.add(ids.get(next));
            next = (next + 1) % ids.size();
        }
        turn.forEach(platform.orders()::update);
        return turn;
    }

    private void updated(List<Long> updatedIds) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), PLATFORM_ZONE);
        for (Long id : updatedIds) {
            LocalDateTime before = lastUpdates.put(id, now);
            if (before != null) {
                rowsBySecond.merge(before, -1, Integer::sum);
            }
            rowsBySecond.merge(now, 1, Integer::sum);
        }
    }
}
