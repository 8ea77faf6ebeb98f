package io.martech.connect.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.AnswerRoom;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.Row;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** A platform in memory: rows with an update time, pages of a hidden size in any order, and something happening meanwhile. */
public final class FakeFeed implements ChangeFeed {

    static final Comparator<JsonNode> BY_ID =
            Comparator.comparingLong(row -> row.get("id").longValue());
    public static final Comparator<JsonNode> NEWEST_FIRST = Comparator.comparing(
                    (JsonNode row) -> row.path("lastUpdated").asText())
            .reversed()
            .thenComparing(BY_ID);

    private final NavigableMap<Long, ObjectNode> rows = new TreeMap<>();
    private final Map<Integer, Runnable> beforeRequests = new HashMap<>();
    private final List<String> questions = new ArrayList<>();
    private final Set<Long> idsWithoutDetail = new HashSet<>();
    private Consumer<List<JsonNode>> arrange = page -> page.sort(BY_ID);
    private int pageSize = 10;
    private int idPageSize = 10;
    private int pageLimit = Integer.MAX_VALUE;
    private Duration longestWindow = ChronoUnit.FOREVER.getDuration();
    private Duration longestWindowThatIsAnswered = ChronoUnit.FOREVER.getDuration();
    private int overlapSeconds;
    private boolean idPagesShowEveryRow = true;
    private boolean idPagesAreSorted = true;
    private long requests;
    private LongFunction<List<JsonNode>> unknownIds;
    private BiFunction<List<JsonNode>, AnswerRoom, List<JsonNode>> arriving = (page, room) -> page;
    private AtomicInteger inFlight;
    private final AtomicInteger mostInFlight = new AtomicInteger();

    public FakeFeed pagesOf(int size) {
        this.pageSize = size;
        return this;
    }

    public FakeFeed idPagesOf(int size) {
        this.idPageSize = size;
        return this;
    }

    public FakeFeed refusingBeyondPage(int limit) {
        this.pageLimit = limit;
        return this;
    }

    public FakeFeed refusingWindowsOfMoreThan(Duration length) {
        this.longestWindow = length;
        return this;
    }

    /** Longer windows are answered with nothing, which looks complete. */
    public FakeFeed answeringNothingToWindowsOfMoreThan(Duration length) {
        this.longestWindowThatIsAnswered = length;
        return this;
    }

    public FakeFeed ordered(Comparator<JsonNode> newOrder) {
        this.arrange = found -> found.sort(newOrder);
        return this;
    }

    /** Each request sees the rows in another order. */
    public FakeFeed orderedAnewInEveryRequest(long seed) {
        Random random = new Random(seed);
        this.arrange = found -> Collections.shuffle(found, random);
        return this;
    }

    public FakeFeed reachingBeyondItsWindowsBy(int seconds) {
        this.overlapSeconds = seconds;
        return this;
    }

    public FakeFeed whoseIdPagesDoNotShowEveryRow() {
        this.idPagesShowEveryRow = false;
        return this;
    }

    public FakeFeed whoseIdPagesAreNotSorted() {
        this.idPagesAreSorted = false;
        return this;
    }

    /** What is answered to a {@code lastMaxId} that is the id of no row; unless set, the rows above it. */
    FakeFeed toUnknownIds(LongFunction<List<JsonNode>> answer) {
        this.unknownIds = answer;
        return this;
    }

    /** What becomes of a page by id on its way. */
    FakeFeed arriving(BiFunction<List<JsonNode>, AnswerRoom, List<JsonNode>> way) {
        this.arriving = way;
        return this;
    }

    FakeFeed countingThoseInFlight() {
        this.inFlight = new AtomicInteger();
        return this;
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    public FakeFeed withoutDetailOf(long id) {
        idsWithoutDetail.add(id);
        return this;
    }

    /** Lets something happen just before the request of that number, counted from 1. */
    public FakeFeed beforeRequest(int number, Runnable event) {
        beforeRequests.put(number, event);
        return this;
    }

    /** Inserts a row, or updates it, at that time. */
    public synchronized FakeFeed put(long id, LocalDateTime lastUpdated) {
        rows.put(id, row(id, lastUpdated));
        return this;
    }

    /** Inserts rows with ids from one on, all of the same time. */
    public FakeFeed putRows(int count, LocalDateTime lastUpdated) {
        for (long id = 1; id <= count; id++) {
            put(id, lastUpdated);
        }
        return this;
    }

    /** Changes what is told of a row, but not its time. */
    public synchronized void tellMoreOf(long id, String field, String value) {
        rows.put(id, rows.get(id).deepCopy().put(field, value));
    }

    public synchronized void delete(long id) {
        rows.remove(id);
    }

    /** A row without a time if that is null. */
    public static ObjectNode row(long id, LocalDateTime lastUpdated) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", id).put("ver", 1);
        return lastUpdated == null ? row : row.put("lastUpdated", PlatformTime.format(lastUpdated));
    }

    /** What was asked, in order, such as {@code 10:00:00-10:00:05 page 1} or {@code ids after 7}. */
    public List<String> questions() {
        return questions;
    }

    @Override
    public synchronized List<JsonNode> windowPage(Window window, int number) {
        count("%s-%s page %d".formatted(textOf(window.start()), textOf(window.end()), number));
        if (number > pageLimit) {
            throw new PageLimitException(new IllegalStateException("B00093"));
        }
        Duration length = Duration.ofSeconds(window.seconds());
        if (length.compareTo(longestWindow) > 0) {
            throw new PageLimitException(new IllegalStateException("B00030"));
        }
        if (length.compareTo(longestWindowThatIsAnswered) > 0) {
            return List.of();
        }
        Window asked = new Window(
                window.start().minusSeconds(overlapSeconds), window.end().plusSeconds(overlapSeconds));
        List<JsonNode> found = new ArrayList<>(
                rows.values().stream().filter(row -> isIn(asked, row)).toList());
        arrange.accept(found);
        return found.stream()
                .skip((long) (number - 1) * pageSize)
                .limit(pageSize)
                .toList();
    }

    @Override
    public List<JsonNode> idPage(long lastMaxId, AnswerRoom room) {
        if (inFlight == null) {
            return arriving.apply(answer(lastMaxId), room);
        }
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        LockSupport.parkNanos(1_000_000);
        List<JsonNode> answer = arriving.apply(answer(lastMaxId), room);
        inFlight.decrementAndGet();
        return answer;
    }

    private synchronized List<JsonNode> answer(long lastMaxId) {
        count("ids after " + lastMaxId);
        boolean isKnown = lastMaxId == 0 || rows.containsKey(lastMaxId);
        return unknownIds == null || isKnown ? pageAbove(lastMaxId) : unknownIds.apply(lastMaxId);
    }

    /** Not counted as a request. */
    synchronized List<JsonNode> pageAbove(long id) {
        List<JsonNode> page = new ArrayList<>(rows.tailMap(id, false).values());
        page = new ArrayList<>(page.subList(0, Math.min(idPageSize, page.size())));
        if (!idPagesAreSorted) {
            page.sort(BY_ID.reversed());
        }
        return page;
    }

    @Override
    public synchronized LoadedRows load(List<JsonNode> entries, AnswerRoom room) {
        List<JsonNode> loaded = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (JsonNode entry : entries) {
            long id = idOf(entry);
            if (idsWithoutDetail.contains(id)) {
                missing.add(id);
            } else {
                loaded.add(rows.getOrDefault(id, (ObjectNode) entry));
            }
        }
        return new LoadedRows(loaded, missing);
    }

    @Override
    public long idOf(JsonNode entry) {
        return entry.get("id").longValue();
    }

    @Override
    public int overlapSeconds() {
        return overlapSeconds;
    }

    @Override
    public boolean idPagesShowEveryRow() {
        return idPagesShowEveryRow;
    }

    public synchronized long requests() {
        return requests;
    }

    public static List<Long> idsOf(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("id").longValue()).toList();
    }

    public static List<Long> idsOf(Chunk chunk) {
        return idsOf(chunk.rows().stream().map(Row::content).toList());
    }

    private void count(String question) {
        questions.add(question);
        requests++;
        Runnable event = beforeRequests.remove((int) requests);
        if (event != null) {
            event.run();
        }
    }

    private static boolean isIn(Window window, JsonNode row) {
        LocalDateTime time = Cursors.TIMES.updatedOf(row);
        return time != null && window.contains(time);
    }

    /** Without the day, unless it is midnight. */
    private static String textOf(LocalDateTime time) {
        boolean isMidnight = time.toLocalTime().toSecondOfDay() == 0;
        return isMidnight
                ? time.toLocalDate().toString()
                : PlatformTime.format(time).substring(11);
    }
}
