package io.martech.connect.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.engine.MemoryBudget;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all rows by id, several ranges of ids in parallel: a single chain of pages is limited to one page per round trip.
 * Pages of different ranges come in any order, each row once. Used by one thread; requests are sent on others.
 *
 * <p>Reads a single chain where the platform does not accept an id that no row has as a lower bound, or where only one
 * request may be in flight.
 */
public final class IdRangeReader {

    private static final Logger log = LoggerFactory.getLogger(IdRangeReader.class);

    /** A range with fewer expected pages is not split. */
    private static final int FEWEST_PAGES_TO_SPLIT = 3;

    private final ChangeFeed feed;
    private final String resource;
    private final Executor requests;
    private final IntSupplier atOnce;
    private final MemoryBudget.Pages memory;
    private final HighestIdSearch highestId;

    private final Map<Long, Flight> flights = new HashMap<>();
    private IdRanges known;
    private boolean readsOneChain;
    private int longestPage = 1;
    private long flightNumber;

    /** The last id after which an unexpectedly empty page came, so that it is requested once more. */
    private long emptyAfter = -1;

    private boolean hasNews;

    /**
     * @param resource the resource's name, for messages
     * @param requests executes requests; {@code Runnable::run} executes each at once
     * @param atOnce the current limit of requests in flight
     * @param memory limits the pages that are requested or held; larger pages wait for others
     */
    public IdRangeReader(ChangeFeed feed, String resource, Executor requests, IntSupplier atOnce, MemoryBudget memory) {
        this.feed = feed;
        this.resource = resource;
        this.requests = requests;
        this.atOnce = atOnce;
        this.memory = memory.newPages();
        this.highestId = new HighestIdSearch(feed, resource, requests, atOnce, this.memory);
    }

    /**
     * A page of one of the ranges.
     *
     * @param rows in the order of their ids; none if the range ended, or none was wanted
     * @param next the ranges that are still to be read
     */
    public record IdPage(List<JsonNode> rows, List<Long> idsWithoutDetail, IdRanges next) {}

    /** @param ids the ids of the page, verified; available before the rows are */
    private record Flight(
            long number,
            MemoryBudget.Share memory,
            CompletableFuture<List<Long>> ids,
            CompletableFuture<LoadedRows> rows) {}

    /**
     * The next page of any range. If called again with the same cursor, the page is read again.
     *
     * @param wanted selects the entries to be loaded; the same for all pages until {@link #forget}
     * @throws PlatformException if a page cannot be read, or its ids do not ascend strictly
     */
    public IdPage next(IdRanges cursor, Predicate<JsonNode> wanted) {
        known = cursor.isSameAs(known) ? known : cursor;
        while (true) {
            divideAndSend(wanted);
            int index = nextReady();
            if (index < 0) {
                await();
                continue;
            }
            long at = known.ranges().get(index).at();
            Flight flight = flights.remove(at);
            try {
                IdPage page = flight.memory.isRefused() ? null : take(index, at, flight, wanted);
                if (page != null) {
                    return page;
                }
            } finally {
                flight.memory.release();
            }
        }
    }

    /** The result of a page, after sending further requests; null if it is empty. */
    private IdPage take(int index, long at, Flight flight, Predicate<JsonNode> wanted) {
        List<Long> ids = idsOf(index, flight);
        if (ids == null || isEmptyForTheFirstTime(ids, index, at)) {
            return null;
        }
        longestPage = Math.max(longestPage, ids.size());
        IdRanges.Taken taken = known.take(index, ids);
        boolean isNothing = taken.lastId() == Long.MIN_VALUE && !taken.next().isDone();
        known = taken.next();
        if (isNothing) {
            return null;
        }
        divideAndSend(wanted);
        LoadedRows loaded = resultOf(flight.rows);
        return new IdPage(
                loaded.rows().stream()
                        .filter(row -> feed.idOf(row) <= taken.lastId())
                        .toList(),
                loaded.idsWithoutDetail().stream()
                        .filter(id -> id <= taken.lastId())
                        .toList(),
                known);
    }

    /** Discards pages requested so far: they may be older than later changes. */
    public void forget() {
        keep(Set.of());
    }

    private void keep(Set<Long> needed) {
        flights.forEach((at, flight) -> {
            if (!needed.contains(at)) {
                flight.rows.whenComplete((page, failure) -> {
                    flight.memory.release();
                    tell();
                });
            }
        });
        flights.keySet().retainAll(needed);
    }

    /**
     * The ids of a page, or null if the range was given up, since the platform did not accept its start as a lower bound.
     */
    private List<Long> idsOf(int index, Flight flight) {
        try {
            List<Long> ids = resultOf(flight.ids);
            resultOf(flight.rows);
            return ids;
        } catch (PlatformException e) {
            if (known.isBegun(index) || !isRefusal(e)) {
                // If the bound were the cause, a page without it would have been returned.
                readsOneChain = false;
                throw e;
            }
            readOneChain(e.getMessage());
            return null;
        }
    }

    private boolean isEmptyForTheFirstTime(List<Long> ids, int index, long at) {
        boolean isSurprise = ids.isEmpty() && known.hasRowsBeyond(index) && emptyAfter != at;
        emptyAfter = isSurprise ? at : emptyAfter;
        return isSurprise;
    }

    private void divideAndSend(Predicate<JsonNode> wanted) {
        int most = atOnce.getAsInt();
        if (most > 1 && !readsOneChain && known.to() == 0 && known.ranges().size() == 1) {
            findTheEnd();
        }
        while (!readsOneChain && !known.isDone() && known.ranges().size() < Math.min(most, IdRanges.MOST)) {
            Optional<IdRanges> divided = known.split((long) FEWEST_PAGES_TO_SPLIT * longestPage);
            if (divided.isEmpty()) {
                break;
            }
            known = divided.get();
        }
        send(Math.max(2, most), wanted);
    }

    private void send(int most, Predicate<JsonNode> wanted) {
        Set<Long> needed = new HashSet<>();
        known.ranges().forEach(range -> needed.add(range.at()));
        known.ranges().forEach(range -> {
            Long last = lastIdOf(flights.get(range.at()));
            if (last != null && last <= range.end()) {
                needed.add(last);
            }
        });
        keep(needed);
        known.ranges().forEach(range -> send(range.at(), most, wanted));
        // While the rows of a page are loaded, the next page is requested.
        known.ranges().forEach(range -> {
            Long last = lastIdOf(flights.get(range.at()));
            if (last != null && last <= range.end()) {
                send(last, most, wanted);
            }
        });
    }

    private void send(long at, int most, Predicate<JsonNode> wanted) {
        if (flights.containsKey(at) || flights.size() >= most) {
            return;
        }
        MemoryBudget.Share share = memory.next();
        if (share == null) {
            return;
        }
        CompletableFuture<List<Long>> ids = new CompletableFuture<>();
        CompletableFuture<LoadedRows> rows =
                CompletableFuture.supplyAsync(() -> page(at, wanted, share, ids), requests);
        flights.put(at, new Flight(flightNumber++, share, ids, rows));
        rows.whenComplete((page, failure) -> tell());
    }

    private LoadedRows page(
            long at, Predicate<JsonNode> wanted, MemoryBudget.Share share, CompletableFuture<List<Long>> ids) {
        try {
            List<JsonNode> entries = feed.idPage(at, share);
            IdOrder.lastOf(feed::idOf, entries, at, resource);
            ids.complete(entries.stream().map(feed::idOf).toList());
            tell();
            LoadedRows loaded = feed.load(entries.stream().filter(wanted).toList(), share);
            share.holds(loaded.rows());
            return loaded;
        } catch (RuntimeException failure) {
            ids.completeExceptionally(failure);
            throw failure;
        }
    }

    private Long lastIdOf(Flight flight) {
        if (flight == null || !flight.ids.isDone() || flight.ids.isCompletedExceptionally()) {
            return null;
        }
        List<Long> ids = flight.ids.join();
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }

    /** Of the available pages, the one that was requested first, so that every range gets its turn. */
    private int nextReady() {
        int next = -1;
        long number = Long.MAX_VALUE;
        for (int i = 0; i < known.ranges().size(); i++) {
            Flight flight = flights.get(known.ranges().get(i).at());
            if (flight != null && flight.rows.isDone() && flight.number < number) {
                next = i;
                number = flight.number;
            }
        }
        return next;
    }

    /** After the first page: tests whether any id is accepted as a bound, and estimates the highest id. */
    private void findTheEnd() {
        long start = known.ranges().get(0).at();
        Flight first = flights.get(start);
        if (first == null || lastIdOf(first) == null) {
            return;
        }
        List<Long> ids = first.ids.join();
        try {
            if (!takesAnyIdAsABound(ids)) {
                return;
            }
            long last = ids.get(ids.size() - 1);
            long span = Math.max(ids.size(), last - ids.get(0) + 1);
            long end = highestId.after(last, span);
            known = known.spanning(Math.max(start, ids.get(0) - 1), end, ids.size() / (double) span);
            log.info(
                    "{}: ids {} to about {} are read in up to {} ranges at once.",
                    resource,
                    ids.get(0),
                    end,
                    Math.min(IdRanges.MOST, atOnce.getAsInt()));
        } catch (PlatformException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            readOneChain(e.getMessage());
        }
    }

    private boolean takesAnyIdAsABound(List<Long> ids) {
        String refusal = null;
        int checks = 0;
        // A row may be deleted between the two responses, so a single difference is not conclusive.
        for (int i = 1; i < ids.size() && checks < 3; i++) {
            long before = ids.get(i - 1);
            long expected = ids.get(i);
            if (expected - before > 1) {
                long middle = before + (expected - before) / 2;
                List<JsonNode> answer = feed.idPage(middle);
                if (!answer.isEmpty() && feed.idOf(answer.get(0)) == expected) {
                    return true;
                }
                checks++;
                refusal = "after id " + middle + ", which no row has, id " + expected + " should come first, but "
                        + (answer.isEmpty() ? "nothing" : "id " + feed.idOf(answer.get(0))) + " came";
            }
        }
        if (refusal != null) {
            readOneChain(refusal);
        }
        return refusal == null;
    }

    private void readOneChain(String reason) {
        readsOneChain = true;
        known = known.withoutThoseNotBegun();
        log.warn(
                "{}: ids cannot be read in ranges side by side, so page follows page, one per round trip: {}.",
                resource,
                reason);
    }

    /** Whether the platform rejects the request itself, which an outage does not. */
    private static boolean isRefusal(PlatformException e) {
        return e.category() == Category.STOP || e.category() == Category.REJECT;
    }

    private synchronized void tell() {
        hasNews = true;
        notifyAll();
    }

    private synchronized void await() {
        try {
            while (!hasNews) {
                wait();
            }
            hasNews = false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** @throws ClientClosedException if the thread is interrupted while it waits */
    static <T> T resultOf(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A request failed unexpectedly", e.getCause());
        }
    }

    private static ClientClosedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClientClosedException("Interrupted while pages were under way", e);
    }
}
