package io.martech.connect.sink.linkflow.request;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The maximum size of a request. The platform's limit is undocumented: it is detected by halving rejected requests,
 * and kept until the task ends. Thread-safe.
 */
public final class RequestLimit {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLimit.class);

    private final String what;
    private final AtomicInteger most = new AtomicInteger(Integer.MAX_VALUE);

    /** @param what a request holds, for the log */
    public RequestLimit(String what) {
        this.what = what;
    }

    /**
     * Sends all elements in order, in requests as large as is known to be accepted.
     *
     * @throws PlatformException thrown by a request, unless it asks for a smaller one; some parts may have been sent
     *     before
     */
    public <T> void sendInParts(List<T> all, Consumer<List<T>> request) {
        int sent = 0;
        while (sent < all.size()) {
            int size = Math.min(all.size() - sent, most.get());
            try {
                request.accept(all.subList(sent, sent + size));
                sent += size;
            } catch (PlatformException refused) {
                if (refused.category() != Category.SPLIT || size == 1) {
                    throw refused;
                }
                wasExceededBy(size);
            }
        }
    }

    private void wasExceededBy(int size) {
        int half = size / 2;
        if (most.getAndUpdate(known -> Math.min(known, half)) > half) {
            LOG.info(
                    "Linkflow accepts fewer than {} {} per request; from now on at most {} are sent", size, what, half);
        }
    }
}
