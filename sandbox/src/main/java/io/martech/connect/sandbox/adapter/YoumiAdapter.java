package io.martech.connect.sandbox.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import io.martech.connect.sandbox.youmi.YoumiServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Youmi, of whose lists the source reads every row. */
public record YoumiAdapter(YoumiPlatform platform, ApiServer server) implements PlatformAdapter {
    private static final List<String> ARRAYS_AS_TEXTS = List.of("ad_brand_welist", "wechats", "customVal");

    /** An empty platform. */
    public static YoumiAdapter start(InstantSource clock, long seed) {
        YoumiPlatform platform = new YoumiPlatform(clock, seed);
        return new YoumiAdapter(platform, YoumiServer.start(platform));
    }

    @Override
    public ApiConditions conditions() {
        return platform.conditions();
    }

    @Override
    public void listInDisorder() {
        platform.quirks().shuffling.set(true);
    }

    @Override
    public Map<String, String> account() {
        return Map.of(
                "youmi.url",
                server.uri().toString(),
                "youmi.app.id",
                YoumiPlatform.APP_ID,
                "youmi.app.key",
                YoumiPlatform.APP_KEY);
    }

    @Override
    public List<SourceTable> tables() {
        return Stream.of(YoumiList.values())
                .map(list -> new SourceTable(
                        list.text(), list.keys(), list.text(), () -> platform.rowsByKey(list).values().stream()
                                .map(YoumiAdapter::expected)
                                .toList()))
                .toList();
    }

    /** A row with the arrays that are sent as texts taken out of them, and the one id that is sent as a text as a number. */
    private static JsonNode expected(JsonNode row) {
        ObjectNode expected = row.deepCopy();
        ARRAYS_AS_TEXTS.stream()
                .filter(field -> row.path(field).isTextual())
                .forEach(field -> expected.set(
                        field + "_items",
                        JsonText.read(row.path(field).textValue()).orElseThrow()));
        if (row.path("id").isTextual()) {
            expected.put("id", Long.parseLong(row.path("id").textValue()));
        }
        return expected;
    }

    @Override
    public void close() {
        server.close();
    }
}
