package io.martech.connect.source.reader.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.IdOrder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * The pages of an id cursor, one after the other. While a page is worked on the next is under way: else its details, its
 * conversion and a full queue would each cost a round trip's time. Used by one thread.
 */
final class IdPages {

    private final ChangeFeed feed;
    private final String resource;
    private final Executor ahead;

    private Request underWay;

    /**
     * @param ahead sends the request for the next page; {@code Runnable::run} reads ahead at once
     */
    IdPages(ChangeFeed feed, String resource, Executor ahead) {
        this.feed = feed;
        this.resource = resource;
        this.ahead = ahead;
    }

    /**
     * The page after an id. May be asked for again: then it is read anew.
     *
     * @throws io.martech.connect.client.PlatformException if it cannot be read, or its ids do not ascend strictly
     */
    IdPage after(long lastId) {
        List<JsonNode> entries = isUnderWay(lastId) ? take() : feed.idPage(lastId);
        long newLastId = IdOrder.lastOf(feed::idOf, entries, lastId, resource);
        if (!entries.isEmpty()) {
            underWay = new Request(newLastId, CompletableFuture.supplyAsync(() -> feed.idPage(newLastId), ahead));
        }
        return new IdPage(entries, newLastId);
    }

    private boolean isUnderWay(long lastId) {
        return underWay != null && underWay.lastId() == lastId;
    }

    /** Taken once, whatever becomes of it: a request that failed is sent again when it is asked for again. */
    private List<JsonNode> take() {
        CompletableFuture<List<JsonNode>> answer = underWay.answer();
        underWay = null;
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("Interrupted while a page was under way", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A request failed unexpectedly", e.getCause());
        }
    }

    /**
     * A page.
     *
     * @param entries empty only if nothing comes after
     * @param lastId the last id of the page; of an empty one, the id that was asked for
     */
    record IdPage(List<JsonNode> entries, long lastId) {}

    private record Request(long lastId, CompletableFuture<List<JsonNode>> answer) {}
}
