package io.martech.connect.sink.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts each ticket behind the latest unfinished one of each of its conflict keys. That one stands behind all earlier ones
 * of the key, so a ticket waits for every earlier conflict at the cost of one look-up per key. Guarded by the lanes' lock.
 */
final class ConflictOrder<T> {

    private final Map<Object, Ticket<T>> latest = new HashMap<>();

    void enter(Ticket<T> ticket) {
        for (Object conflict : ticket.conflicts) {
            Ticket<T> earlier = latest.put(conflict, ticket);
            if (earlier != null) {
                ticket.follow(earlier);
            }
        }
    }

    /** Returns the tickets that waited for this one last, and now wait for nobody. */
    List<Ticket<T>> leave(Ticket<T> ticket) {
        ticket.conflicts.forEach(conflict -> latest.remove(conflict, ticket));
        List<Ticket<T>> freed = new ArrayList<>(1);
        for (Ticket<T> follower : ticket.followers) {
            follower.predecessors--;
            if (follower.isReady()) {
                freed.add(follower);
            }
        }
        return freed;
    }
}
