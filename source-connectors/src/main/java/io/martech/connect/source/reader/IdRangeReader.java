package io.martech.connect.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import java.util.ArrayList;
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
 * Reads all rows by id, several ranges of ids side by side: one chain of pages is bound to one page per round trip. Pages come in
 * any order of ranges, each row once. Used by one thread; requests leave on others.
 *
 * <p>Where the platform does not take an id as a bound that no row has, or where one request may be in flight, it reads one chain.
 */
public final class IdRangeReader {

    private static final Logger log = LoggerFactory.getLogger(IdRangeReader.class);

    /** Fewer pages are read as soon as another range is begun. */
    private static final int FEWEST_PAGES_TO_SPLIT = 3;

    private static final int MOST_PROBES_AT_ONCE = 8;
    private static final int GROWTH = 4;

    /** How exactly the end is looked for: rows beyond are read all the same. */
    private static final int PARTS = 32;

    private final ChangeFeed feed;
    private final String resource;
    private final Executor requests;
    private final IntSupplier atOnce;

    private final Map<Long, Flight> flights = new HashMap<>();
    private IdRanges known;
    private boolean readsOneChain;
    private int longestPage = 1;
    private long flightNumber;

    /** The last id after which nothing came though something should, so that it is asked for once more. */
    private long emptyAfter = -1;

    private boolean hasNews;

    /**
     * @param resource the resource's name, for messages
     * @param requests sends requests; {@code Runnable::run} sends each at once
     * @param atOnce how many may be in flight now
     */
    public IdRangeReader(ChangeFeed feed, String resource, Executor requests, IntSupplier atOnce) {
        this.feed = feed;
        this.resource = resource;
        this.requests = requests;
        this.atOnce = atOnce;
    }

    /**
     * A page of one of the ranges.
     *
     * @param rows in the order of their ids; none if the range ended, or none was wanted
     * @param next what is still to be read
     */
    public record IdPage(List<JsonNode> rows, List<Long> idsWithoutDetail, IdRanges next) {}

    private record Flight(long number, CompletableFuture<List<JsonNode>> entries, CompletableFuture<LoadedRows> rows) {}

    /**
     * The next page of any range. May be asked for again: then it is read anew.
     *
     * @param wanted which entries are loaded; the same for all pages until {@link #forget}
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
            List<Long> ids = idsOf(index, flight);
            if (ids == null || isEmptyForTheFirstTime(ids, index, at)) {
                continue;
            }
            longestPage = Math.max(longestPage, ids.size());
            IdRanges.Taken taken = known.take(index, ids);
            boolean isNothing =
                    taken.lastId() == Long.MIN_VALUE && !taken.next().isDone();
            known = taken.next();
            if (isNothing) {
                continue;
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
    }

    /** What was sent before is not taken any more: it may show what has changed since. */
    public void forget() {
        flights.clear();
    }

    /** The ids of a page, or null if the range was given up, since the platform took its beginning for something else. */
    private List<Long> idsOf(int index, Flight flight) {
        long at = known.ranges().get(index).at();
        try {
            List<JsonNode> entries = resultOf(flight.entries);
            IdOrder.lastOf(feed::idOf, entries, at, resource);
            resultOf(flight.rows);
            return entries.stream().map(feed::idOf).toList();
        } catch (PlatformException e) {
            if (known.isBegun(index) || !isRefusal(e)) {
                // Had it been the bounds, a plain page would have come.
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
        flights.keySet().retainAll(needed);
        known.ranges().forEach(range -> send(range.at(), most, wanted));
        // While the rows of a page are loaded, the next page is under way.
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
        CompletableFuture<List<JsonNode>> entries = CompletableFuture.supplyAsync(() -> feed.idPage(at), requests);
        CompletableFuture<LoadedRows> rows =
                entries.thenApply(page -> feed.load(page.stream().filter(wanted).toList()));
        flights.put(at, new Flight(flightNumber++, entries, rows));
        entries.whenComplete((page, failure) -> tell());
        rows.whenComplete((page, failure) -> tell());
    }

    private Long lastIdOf(Flight flight) {
        if (flight == null || !flight.entries.isDone() || flight.entries.isCompletedExceptionally()) {
            return null;
        }
        List<JsonNode> entries = flight.entries.join();
        return entries.isEmpty() ? null : feed.idOf(entries.get(entries.size() - 1));
    }

    /** Of the pages that are there the one that was asked for first, so that every range has its turn. */
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

    /** Once the first page is there: whether any id is a bound, and about where ids end. */
    private void findTheEnd() {
        long start = known.ranges().get(0).at();
        Flight first = flights.get(start);
        if (first == null || lastIdOf(first) == null) {
            return;
        }
        List<Long> ids = first.entries.join().stream().map(feed::idOf).toList();
        try {
            if (!takesAnyIdAsABound(ids)) {
                return;
            }
            long last = ids.get(ids.size() - 1);
            long span = Math.max(ids.size(), last - ids.get(0) + 1);
            long end = endAfter(last, span);
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
        // A row may be deleted between the two answers, so one that differs is not enough.
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

    /** An id above all rows, or nearly: gallops, then narrows down, with several questions at once. */
    private long endAfter(long last, long span) {
        long low = last;
        long high = Long.MAX_VALUE;
        long stride = span;
        // Most accounts are small, or it is only a few pages to the end.
        for (int width = 1; high == Long.MAX_VALUE && stride < Long.MAX_VALUE; width = probesAtOnce()) {
            List<Long> bounds = new ArrayList<>();
            for (int i = 0; i < width && stride < Long.MAX_VALUE; i++) {
                stride = stride > Long.MAX_VALUE / GROWTH ? Long.MAX_VALUE : stride * GROWTH;
                bounds.add(stride >= Long.MAX_VALUE - last ? Long.MAX_VALUE - 1 : last + stride);
            }
            Bracket found = new Bracket(low, high).narrowed(bounds);
            low = found.low;
            high = found.high;
        }
        high = high == Long.MAX_VALUE ? high - 1 : high;
        while (low < high && high - low > Math.max(span, (high - last) / PARTS)) {
            long part = Math.max(1, (high - low) / (probesAtOnce() + 1));
            List<Long> bounds = new ArrayList<>();
            for (long bound = low + part; bound < high && bounds.size() < probesAtOnce(); bound += part) {
                bounds.add(bound);
            }
            Bracket found = new Bracket(low, high).narrowed(bounds);
            low = found.low;
            high = found.high;
        }
        return Math.max(low, high);
    }

    private int probesAtOnce() {
        return Math.max(1, Math.min(MOST_PROBES_AT_ONCE, atOnce.getAsInt()));
    }

    /** There are rows above every id up to {@code low}, and none above {@code high}. */
    private final class Bracket {

        private final long low;
        private final long high;

        private Bracket(long low, long high) {
            this.low = low;
            this.high = high;
        }

        private Bracket narrowed(List<Long> bounds) {
            List<CompletableFuture<List<JsonNode>>> answers = bounds.stream()
                    .map(bound -> CompletableFuture.supplyAsync(() -> feed.idPage(bound), requests))
                    .toList();
            long newLow = low;
            long newHigh = high;
            for (int i = 0; i < bounds.size(); i++) {
                List<JsonNode> answer = resultOf(answers.get(i));
                if (answer.isEmpty()) {
                    newHigh = Math.min(newHigh, bounds.get(i));
                } else {
                    newLow = Math.max(newLow, IdOrder.lastOf(feed::idOf, answer, bounds.get(i), resource));
                }
            }
            return new Bracket(newLow, newHigh);
        }
    }

    /** Whether the platform understood the question and refuses it, which an outage does not. */
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

    private static <T> T resultOf(CompletableFuture<T> answer) {
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
