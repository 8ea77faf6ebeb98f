package io.martech.connect.sink.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Queues each record behind the latest unfinished one of each of its conflict keys. That one waits for all earlier ones
 * of the key, so a record waits for every earlier conflict at the cost of one lookup per key. Guarded by the dispatcher's
 * lock.
 */
final class ConflictOrder<T> {

    private final Map<Object, QueuedRecord<T>> latest = new HashMap<>();

    void enter(QueuedRecord<T> ticket) {
        for (Object conflict : ticket.conflicts) {
            QueuedRecord<T> earlier = latest.put(conflict, ticket);
            if (earlier != null) {
                ticket.follow(earlier);
            }
        }
    }

    /** Removes the record and returns those that were waiting only for it. */
    List<QueuedRecord<T>> leave(QueuedRecord<T> ticket) {
        ticket.conflicts.forEach(conflict -> latest.remove(conflict, ticket));
        List<QueuedRecord<T>> freed = new ArrayList<>(1);
        for (QueuedRecord<T> follower : ticket.followers) {
            follower.predecessors--;
            if (follower.isReady()) {
                freed.add(follower);
            }
        }
        return freed;
    }
}
