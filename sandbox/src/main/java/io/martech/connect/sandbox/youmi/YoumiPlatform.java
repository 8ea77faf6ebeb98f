package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.token.PlainTokens;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The state of a simulated Youmi account, and the hand that changes it behind the clients' backs. Thread-safe. Changes are
 * visible at once.
 */
public final class YoumiPlatform {
    /** The merchant's AppId. */
    public static final String APP_ID = "youmi-sandbox-app";

    /** The key that belongs to it. */
    public static final String APP_KEY = "youmi-sandbox-key";

    /** What of an account counts, and changes all the time. */
    public static final List<String> COUNTERS = List.of(
            "ad_wechat_viewnum",
            "ad_wechat_vnumday",
            "ad_wechat_vnumlday",
            "ad_wechat_rfriend",
            "ad_wechat_friend",
            "ad_wechat_group",
            "ad_wechat_new");

    private final ApiConditions conditions;
    private final YoumiQuirks quirks = new YoumiQuirks();
    private final PlainTokens tokens;
    private final Gate gate;
    private final SplittableRandom random;
    private final GeneratedRows generator;
    private final Map<YoumiList, NavigableMap<Long, ObjectNode>> rows = new EnumMap<>(YoumiList.class);
    private final Map<YoumiList, Long> numbers = new EnumMap<>(YoumiList.class);

    /**
     * An account without rows.
     *
     * @param clock the platform's own clock
     * @param seed everything random follows from it and from the order of the calls
     */
    public YoumiPlatform(InstantSource clock, long seed) {
        this.conditions = new ApiConditions(clock, seed);
        this.tokens = new PlainTokens(clock, seed, quirks.tokenLife, quirks.oneTokenAtATime);
        this.gate = new Gate(clock, tokens);
        this.random = new SplittableRandom(seed);
        this.generator = new GeneratedRows(random.split());
        for (YoumiList list : YoumiList.values()) {
            rows.put(list, new TreeMap<>());
        }
    }

    /** How it answers whatever is asked: latency, {@code Date} headers. */
    public ApiConditions conditions() {
        return conditions;
    }

    /** How this platform behaves. */
    public YoumiQuirks quirks() {
        return quirks;
    }

    /** Inserts a row with generated content. @return its key, as {@link YoumiList#keyOf} has it */
    public synchronized String insert(YoumiList list) {
        long number = numbers.merge(list, 1L, Long::sum);
        ObjectNode row = generator.row(list, number);
        rows.get(list).put(number, row);
        return list.keyOf(row);
    }

    /** Inserts rows with generated content. */
    public void insert(YoumiList list, int count) {
        for (int i = 0; i < count; i++) {
            insert(list);
        }
    }

    /** Gives rows at random other content; their counters stay. */
    public synchronized void updateRandom(YoumiList list, int count) {
        for (int i = 0; i < count; i++) {
            long number = any(list);
            ObjectNode old = rows.get(list).get(number);
            ObjectNode changed = generator.row(list, number);
            while (changed.equals(old)) {
                changed = generator.row(list, number);
            }
            for (String counter : COUNTERS) {
                if (old.has(counter)) {
                    changed.set(counter, old.get(counter));
                }
            }
            rows.get(list).put(number, changed);
        }
    }

    /** Changes a row in a way of the caller's choice. */
    public synchronized void edit(YoumiList list, String key, Consumer<ObjectNode> edit) {
        edit.accept(rows.get(list).get(numberOf(list, key)));
    }

    /** Deletes a row. */
    public synchronized void delete(YoumiList list, String key) {
        rows.get(list).remove(numberOf(list, key));
    }

    /** Deletes rows at random. */
    public synchronized void deleteRandom(YoumiList list, int count) {
        for (int i = 0; i < count; i++) {
            rows.get(list).remove(any(list));
        }
    }

    /** Moves every counter of every account, and nothing else: every account has more friends than before. */
    public synchronized void moveCounters() {
        rows.get(YoumiList.WECHAT_ACCOUNTS)
                .values()
                .forEach(account -> COUNTERS.forEach(
                        counter -> account.put(counter, account.path(counter).asInt() + 1 + random.nextInt(9))));
    }

    /** Every row as it stands, in its documented form as a reader of the wire gets it, by key. */
    public synchronized NavigableMap<String, JsonNode> rowsByKey(YoumiList list) {
        NavigableMap<String, JsonNode> byKey = new TreeMap<>();
        rows.get(list)
                .values()
                .forEach(row -> byKey.put(
                        list.keyOf(row), JsonText.read(JsonText.bytes(row)).orElseThrow()));
        return byKey;
    }

    /** Ends every token, as another client of the same AppId may do. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** How many tokens have been issued. */
    public long issuedTokens() {
        return tokens.issued();
    }

    PlainTokens tokens() {
        return tokens;
    }

    Gate gate() {
        return gate;
    }

    /** Copies of all rows for an answer; rows and their fields come in an order of their own if it is shuffled. */
    synchronized List<ObjectNode> copies(YoumiList list) {
        boolean isShuffled = quirks.shuffling.get();
        List<ObjectNode> copies = new ArrayList<>();
        rows.get(list).values().forEach(row -> copies.add(isShuffled ? shuffled(row) : row.deepCopy()));
        if (isShuffled) {
            Collections.shuffle(copies, new Random(random.nextLong()));
        }
        return copies;
    }

    private ObjectNode shuffled(ObjectNode row) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(row.properties());
        Collections.shuffle(fields, new Random(random.nextLong()));
        ObjectNode copy = JsonText.object();
        fields.forEach(field -> copy.set(field.getKey(), field.getValue().deepCopy()));
        return copy;
    }

    private long any(YoumiList list) {
        List<Long> all = new ArrayList<>(rows.get(list).keySet());
        if (all.isEmpty()) {
            throw new NoSuchElementException("There is no row of " + list.text());
        }
        return all.get(random.nextInt(all.size()));
    }

    private long numberOf(YoumiList list, String key) {
        return rows.get(list).entrySet().stream()
                .filter(entry -> list.keyOf(entry.getValue()).equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no row " + key + " of " + list.text()));
    }
}
