package io.martech.connect.sink.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.errors.ConnectException;

/** The first permanent failure, kept until the task's thread can throw it. */
final class FirstFailure {

    private final AtomicReference<Throwable> first = new AtomicReference<>();

    /** Later failures are mostly its consequences and are discarded. */
    void report(Throwable failure) {
        first.compareAndSet(null, failure);
    }

    boolean hasHappened() {
        return first.get() != null;
    }

    /** @throws ConnectException with the message of the failure, if there was one */
    void throwIfHappened() {
        Throwable failure = first.get();
        if (failure != null) {
            throw new ConnectException(
                    failure.getMessage() == null ? failure.toString() : failure.getMessage(), failure);
        }
    }
}
