package io.martech.connect.sink.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.m1world.M1worldPaths;
import java.util.HashMap;
import java.util.Map;

/**
 * The display titles of fields, from {@link M1worldPaths#SETTING}. An edit requires them, and only some are
 * documented.
 */
final class ContactTitles {

    private final PlatformClient client;

    ContactTitles(PlatformClient client) {
        this.client = client;
    }

    /**
     * Titles by field name.
     *
     * @throws PlatformException if the list cannot be read
     */
    Map<String, String> read() {
        Map<String, String> titles = new HashMap<>();
        for (JsonNode row : rows()) {
            if (row.path("isOrigin").asBoolean(true)) {
                titles.put(row.path("field").asText(), row.path("name").asText());
            }
        }
        return titles;
    }

    private JsonNode rows() {
        ApiRequest request =
                ApiRequest.get("fields of contacts", M1worldPaths.SETTING).expecting(Expectation.object());
        return client.execute(request).body().path("data").path("setting");
    }
}
