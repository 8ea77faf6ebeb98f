package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contacts by their ids: {@code GET /open/contacts_bulk}, chapter 批量获取联系人详情. At most 100 ids per request; the platform
 * <em>silently</em> ignores more. Several requests are in flight at once, their rows keep the order of the ids.
 */
final class ContactDetails {

    private static final Logger log = LoggerFactory.getLogger(ContactDetails.class);

    private static final int IDS_PER_REQUEST = 100;
    private static final int MOST_LOGGED_IDS = 10_000;

    private final RequestCounter client;
    private final ParallelRequests parallel;
    private final boolean withOpenIds;
    private final Set<Long> loggedIds = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MOST_LOGGED_IDS;
        }
    });

    ContactDetails(RequestCounter client, ParallelRequests parallel, boolean withOpenIds) {
        this.client = client;
        this.parallel = parallel;
        this.withOpenIds = withOpenIds;
    }

    LoadedRows of(List<Long> ids, AnswerRoom room) {
        List<List<Long>> requests = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_PER_REQUEST) {
            requests.add(ids.subList(from, Math.min(ids.size(), from + IDS_PER_REQUEST)));
        }
        List<JsonNode> rows = new ArrayList<>();
        List<Long> idsWithoutDetail = new ArrayList<>();
        List<Map<Long, JsonNode>> answers = parallel.inOrder(requests, each -> request(each, room));
        for (int i = 0; i < requests.size(); i++) {
            for (Long id : requests.get(i)) {
                JsonNode row = answers.get(i).get(id);
                if (row == null) {
                    idsWithoutDetail.add(id);
                } else {
                    rows.add(row);
                }
            }
        }
        logOnce(idsWithoutDetail);
        return new LoadedRows(rows, idsWithoutDetail);
    }

    /** Splits the request in halves where a proxy rejects the length of the URL. */
    private Map<Long, JsonNode> request(List<Long> ids, AnswerRoom room) {
        try {
            return rowsOf(ids, room);
        } catch (PlatformException refused) {
            boolean isAnswered = refused.status() != 0;
            if (refused.category() != Category.SPLIT || !isAnswered || ids.size() == 1) {
                throw refused;
            }
            Map<Long, JsonNode> rows = new HashMap<>(request(ids.subList(0, ids.size() / 2), room));
            rows.putAll(request(ids.subList(ids.size() / 2, ids.size()), room));
            return rows;
        }
    }

    private Map<Long, JsonNode> rowsOf(List<Long> ids, AnswerRoom room) {
        ApiRequest request = ApiRequest.get(ContactsFeed.NAME, "/open/contacts_bulk")
                .with("ids", ids.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .expecting(Expectation.array());
        List<JsonNode> answer = client.list(withOpenIds ? request.with("needOpenId", 1) : request, room);
        Map<Long, JsonNode> rows = new HashMap<>();
        for (JsonNode row : answer) {
            Long id = RowIds.idOrNull(row);
            if (id == null) {
                client.setAside(row);
            } else {
                rows.put(id, row);
            }
        }
        if (!new HashSet<>(ids).containsAll(rows.keySet())) {
            throw new PlatformException(
                    Category.STOP,
                    "contacts: the platform returned contacts that were not requested. Reading stopped before"
                            + " anything was skipped; check that linkflow.url leads to the platform itself and not to a"
                            + " cache.",
                    200,
                    null,
                    null,
                    null);
        }
        return rows;
    }

    private synchronized void logOnce(List<Long> idsWithoutDetail) {
        List<Long> fresh = idsWithoutDetail.stream().filter(loggedIds::add).toList();
        if (!fresh.isEmpty()) {
            log.info("contacts: {} listed ids have no detail (deleted or merged meanwhile): {}", fresh.size(), fresh);
        }
    }
}
