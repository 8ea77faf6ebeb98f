package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiConditions;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
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
    private final Tokens tokens;
    private final Gate gate;
    private final Tables tables;

    /**
     * An account without rows.
     *
     * @param clock the platform's own clock
     * @param seed everything random follows from it and from the order of the calls
     */
    public YoumiPlatform(InstantSource clock, long seed) {
        this.conditions = new ApiConditions(clock, seed);
        this.tokens = new Tokens(clock, quirks, seed);
        this.gate = new Gate(clock, tokens);
        this.tables = new Tables(seed);
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
    public String insert(YoumiList list) {
        return tables.insert(list);
    }

    /** Inserts rows with generated content. */
    public void insert(YoumiList list, int count) {
        for (int i = 0; i < count; i++) {
            insert(list);
        }
    }

    /** Gives rows at random other content; their counters stay. */
    public void updateRandom(YoumiList list, int count) {
        for (int i = 0; i < count; i++) {
            tables.updateAny(list);
        }
    }

    /** Changes a row in a way of the caller's choice. */
    public void edit(YoumiList list, String key, Consumer<ObjectNode> edit) {
        tables.edit(list, key, edit);
    }

    /** Deletes a row. */
    public void delete(YoumiList list, String key) {
        tables.delete(list, key);
    }

    /** Deletes rows at random. */
    public void deleteRandom(YoumiList list, int count) {
        for (int i = 0; i < count; i++) {
            tables.deleteAny(list);
        }
    }

    /** Moves every counter of every account, and nothing else. */
    public void moveCounters() {
        tables.moveCounters();
    }

    /** Every row as it stands, in its documented form, by key. */
    public NavigableMap<String, JsonNode> rowsByKey(YoumiList list) {
        return tables.byKey(list);
    }

    /** Ends every token, as another client of the same AppId may do. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** How many tokens have been issued. */
    public long issuedTokens() {
        return tokens.issued();
    }

    Tokens tokens() {
        return tokens;
    }

    Gate gate() {
        return gate;
    }

    Tables tables() {
        return tables;
    }
}
