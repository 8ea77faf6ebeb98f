package io.martech.connect.benchmark.sink;

import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the platform has received, in the order in which it applied it. */
record Received(List<ReceivedMessage> messages) {

    Received {
        messages = List.copyOf(messages);
    }

    /** Messages a second, from the first to the last. */
    double perSecond() {
        Duration time = Duration.between(
                messages.get(0).receivedAt(), messages.get(messages.size() - 1).receivedAt());
        return (messages.size() - 1) * 1e9 / Math.max(1, time.toNanos());
    }

    /** How many different events there are. */
    int differentEvents() {
        Set<Integer> numbers = new HashSet<>();
        messages.forEach(message -> numbers.add(numberOf(message)));
        return numbers.size();
    }

    /** How many messages came after a later one of the same person. */
    int outOfOrder() {
        Map<String, Integer> latest = new HashMap<>();
        int outOfOrder = 0;
        for (ReceivedMessage message : messages) {
            int number = numberOf(message);
            Integer before = latest.merge(message.identities().get(0).id(), number, Math::max);
            if (before > number) {
                outOfOrder++;
            }
        }
        return outOfOrder;
    }

    private static int numberOf(ReceivedMessage message) {
        return message.data().path("props").path(Event.NUMBER).intValue();
    }
}
