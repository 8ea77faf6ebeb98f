package io.martech.connect.sandbox.linkflow.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that clients have written, in the order in which it was applied. Thread-safe. */
public final class MessageLog {

    private final List<ReceivedMessage> messages = new ArrayList<>();
    private final Set<String> messageIds = new HashSet<>();
    private final Map<String, Long> ignoredFields = new TreeMap<>();
    private long repeated;

    /** Notes a message as about to be applied. @return false if its {@code message_id} was noted before */
    synchronized boolean isNew(String messageId) {
        boolean isNew = messageId == null || messageIds.add(messageId);
        if (!isNew) {
            repeated++;
        }
        return isNew;
    }

    synchronized void add(ReceivedMessage message) {
        messages.add(message);
    }

    public synchronized void ignored(String field) {
        ignoredFields.merge(field, 1L, Long::sum);
    }

    public synchronized List<ReceivedMessage> messages() {
        return new ArrayList<>(messages);
    }

    public synchronized int size() {
        return messages.size();
    }

    public synchronized long repeated() {
        return repeated;
    }

    public synchronized Map<String, Long> ignoredFields() {
        return new TreeMap<>(ignoredFields);
    }
}
