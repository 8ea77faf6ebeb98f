package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Contacts of a platform that understands the bounds of a window in one way or another. */
final class FakeContacts implements AutoCloseable {

    /** Whether a contact updated at that time is in the window; the bounds are as they were sent. */
    interface Bounds {
        boolean include(LocalDateTime updated, String from, String to);
    }

    private final NavigableMap<Long, String> updateTimes = new TreeMap<>();
    private final Map<Integer, Runnable> beforeRequests = new HashMap<>();
    private final Bounds bounds;
    private final FakeClient client = new FakeClient(this::answer);
    private final ParallelRequests parallel = new ParallelRequests(2, () -> 2);
    private String refusal;
    private int requests;

    FakeContacts(Bounds bounds) {
        this.bounds = bounds;
    }

    FakeContacts put(long id, LocalDateTime updated) {
        updateTimes.put(id, updated == null ? null : PlatformTime.format(updated));
        return this;
    }

    FakeContacts refusingATimeOfDayWith(String code) {
        refusal = code;
        return this;
    }

    FakeContacts beforeRequest(int number, Runnable event) {
        beforeRequests.put(number, event);
        return this;
    }

    void delete(long id) {
        updateTimes.remove(id);
    }

    FakeClient client() {
        return client;
    }

    ContactsFeed feed() {
        return new ContactsFeed(
                new RequestCounter(client), parallel, ContactKind.NAMED, true, List.of(), WindowPrecision.SECOND);
    }

    static LocalDateTime timeOf(String bound) {
        return bound.length() == 10 ? LocalDate.parse(bound).atStartOfDay() : PlatformTime.parse(bound);
    }

    private JsonNode answer(ApiRequest request) {
        Runnable event = beforeRequests.remove(++requests);
        if (event != null) {
            event.run();
        }
        return request.path().endsWith("/ids") ? ids(request) : details(request);
    }

    private JsonNode ids(ApiRequest request) {
        String from = FakeClient.parameter(request, "minUpdateTime");
        String to = FakeClient.parameter(request, "maxUpdateTime");
        if (refusal != null && from != null && from.length() > 10) {
            throw FakeClient.refusal(request, refusal);
        }
        int page = Integer.parseInt(FakeClient.parameter(request, "page"));
        int size = Integer.parseInt(FakeClient.parameter(request, "size"));
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        updateTimes.entrySet().stream()
                .filter(entry -> from == null
                        || (entry.getValue() != null && bounds.include(PlatformTime.parse(entry.getValue()), from, to)))
                .skip((long) page * size)
                .limit(size)
                .forEach(entry -> ids.add(entry.getKey()));
        return ids;
    }

    private JsonNode details(ApiRequest request) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(FakeClient.parameter(request, "ids").split(","))
                .map(Long::valueOf)
                .filter(updateTimes::containsKey)
                .forEach(id -> {
                    ObjectNode row = rows.addObject().put("id", id);
                    if (updateTimes.get(id) != null) {
                        row.put("lastUpdated", updateTimes.get(id));
                    }
                });
        return rows;
    }

    @Override
    public void close() {
        parallel.close();
    }
}
