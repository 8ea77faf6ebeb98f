package io.martech.connect.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.HttpFront;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Acme, simulated: segments, customers by pages, and a batch write. Each third answer is an outage if that is wanted. */
final class AcmePlatform implements AutoCloseable {

    static final String API_KEY = "acme-key-1";

    /** Only a page's own answer says how to ask for the next. */
    private static final int OPAQUE = 36;

    private final TreeMap<Integer, String> segments = new TreeMap<>();
    private final TreeMap<Integer, ObjectNode> customers = new TreeMap<>();
    private final List<String> written = new ArrayList<>();
    private final HttpFront http = HttpFront.start("acme", 0, request -> Delivery.whole(answer(request)));
    private boolean isFaulty;
    private int requests;

    String url() {
        return http.uri().toString();
    }

    synchronized void faulty(boolean faulty) {
        isFaulty = faulty;
    }

    synchronized void putSegment(int id, String name) {
        segments.put(id, name);
    }

    synchronized void putCustomer(int id, String email) {
        customers.put(id, Json.object().put("id", id).put("email", email).put("visits", id % 7));
    }

    synchronized void visit(int id) {
        ObjectNode customer = customers.get(id);
        customer.put("visits", customer.path("visits").asInt() + 1);
    }

    synchronized void deleteCustomer(int id) {
        customers.remove(id);
    }

    /** The addresses that were written, in order. */
    synchronized List<String> written() {
        return List.copyOf(written);
    }

    private synchronized Response answer(Request request) {
        if (!API_KEY.equals(request.header("X-Api-Key").orElse(""))) {
            return error(401, "invalid_key");
        }
        if (isFaulty && ++requests % 3 == 0) {
            return error(503, "maintenance");
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /v1/segments" -> json(segments());
            case "GET /v1/customers" ->
                json(customersAfter(request.parameter("cursor").orElse("")));
            case "POST /v1/customers/batch" -> write(read(request.body()));
            default -> error(404, "no_such_path");
        };
    }

    private ArrayNode segments() {
        ArrayNode array = Json.array();
        segments.forEach((id, name) -> array.addObject().put("id", id).put("name", name));
        return array;
    }

    private ObjectNode customersAfter(String cursor) {
        int last = cursor.isEmpty() ? -1 : Integer.parseInt(cursor, OPAQUE);
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        customers.tailMap(last, false).values().stream().limit(100).forEach(items::add);
        int lastOfPage =
                items.isEmpty() ? 0 : items.get(items.size() - 1).path("id").asInt();
        boolean hasMore = !items.isEmpty() && lastOfPage < customers.lastKey();
        return page.put("next", hasMore ? Integer.toString(lastOfPage, OPAQUE) : null);
    }

    private Response write(JsonNode body) {
        for (JsonNode customer : body.path("customers")) {
            if (!customer.path("email").asText().contains("@")) {
                return error(422, "invalid_email");
            }
        }
        body.path("customers")
                .forEach(customer -> written.add(customer.path("email").asText()));
        return json(Json.object().put("accepted", body.path("customers").size()));
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response json(JsonNode body) {
        return Response.json(200, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Response error(int status, String code) {
        return new Response(status, Map.of(), ("{\"code\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
