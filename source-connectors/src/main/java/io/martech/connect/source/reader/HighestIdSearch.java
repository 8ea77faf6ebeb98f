package io.martech.connect.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.engine.MemoryBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;

/**
 * Estimates the highest id of a resource by single pages: exponential search, then bisection, with several probes in
 * parallel.
 *
 * @param requests executes requests
 * @param atOnce the current limit of requests in flight
 * @param memory limits the pages that are held
 */
record HighestIdSearch(
        ChangeFeed feed, String resource, Executor requests, IntSupplier atOnce, MemoryBudget.Pages memory) {

    private static final int MOST_PROBES_AT_ONCE = 8;
    private static final int GROWTH = 4;

    /** The precision of the result: rows beyond it are read all the same. */
    private static final int PARTS = 32;

    /**
     * An id above all or nearly all rows.
     *
     * @param last an id that a row has
     * @param span of the ids of a page
     * @throws io.martech.connect.client.PlatformException if a page cannot be read
     */
    long after(long last, long span) {
        long low = last;
        long high = Long.MAX_VALUE;
        long stride = span;
        // Most accounts are small, or the end is only a few pages away.
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
        return memory.upTo(Math.max(1, Math.min(MOST_PROBES_AT_ONCE, atOnce.getAsInt())));
    }

    /**
     * The last id of the page after the given id, or that id if no rows follow; empty if there was no room for the page.
     */
    private OptionalLong lastAfter(long id) {
        MemoryBudget.Share share = memory.one();
        try {
            List<JsonNode> page = feed.idPage(id, share);
            share.holds(page);
            return OptionalLong.of(IdOrder.lastOf(feed::idOf, page, id, resource));
        } catch (PlatformException failure) {
            if (share.isRefused()) {
                return OptionalLong.empty();
            }
            throw failure;
        } finally {
            share.release();
        }
    }

    /** Rows exist above every id up to {@code low}, and none above {@code high}. */
    private final class Bracket {

        private final long low;
        private final long high;

        private Bracket(long low, long high) {
            this.low = low;
            this.high = high;
        }

        private Bracket narrowed(List<Long> bounds) {
            List<CompletableFuture<OptionalLong>> answers = bounds.stream()
                    .map(bound -> CompletableFuture.supplyAsync(() -> lastAfter(bound), requests))
                    .toList();
            long newLow = low;
            long newHigh = high;
            for (int i = 0; i < bounds.size(); i++) {
                OptionalLong last = IdRangeReader.resultOf(answers.get(i));
                if (last.isPresent() && last.getAsLong() == bounds.get(i)) {
                    newHigh = Math.min(newHigh, bounds.get(i));
                } else if (last.isPresent()) {
                    newLow = Math.max(newLow, last.getAsLong());
                }
            }
            return new Bracket(newLow, newHigh);
        }
    }
}
