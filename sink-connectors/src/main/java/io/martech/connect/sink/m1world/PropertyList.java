package io.martech.connect.sink.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.m1world.M1worldPaths;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The custom fields of an account, see {@link M1worldPaths#PROPERTIES}. There, {@code label} is the name of a custom
 * field; in a contact it is the value.
 */
final class PropertyList {

    private final PlatformClient client;

    PropertyList(PlatformClient client) {
        this.client = client;
    }

    /**
     * Every custom field by name; of several with one name the oldest, so that all tasks select the same one.
     *
     * @throws PlatformException if the list cannot be read
     * @throws ConnectException if the response is invalid
     */
    Map<String, Property> read() {
        Map<String, Property> byName = new HashMap<>();
        for (JsonNode row : rows()) {
            Property property = of(row);
            byName.merge(property.name(), property, (one, other) -> one.id() < other.id() ? one : other);
        }
        return byName;
    }

    private JsonNode rows() {
        ApiRequest request =
                ApiRequest.form("custom fields", M1worldPaths.PROPERTIES).expecting(Expectation.array());
        return client.execute(request).body().path("data");
    }

    private static Property of(JsonNode row) {
        JsonNode id = row.path("id");
        JsonNode name = row.path("label");
        if (!id.isIntegralNumber() || !name.isTextual()) {
            throw new ConnectException(
                    "M1world described a custom field without a numeric id or without a label, so custom fields are not known."
                            + " The task stops; nothing is lost. Restart it, and if that does not help, check m1world.url.");
        }
        return new Property(
                id.longValue(), name.textValue().strip(), row.path("type").asInt(1));
    }
}
