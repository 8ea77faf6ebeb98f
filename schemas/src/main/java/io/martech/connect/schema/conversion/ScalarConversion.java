package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;

/** A conversion by one function, which returns null if the JSON cannot be converted. */
record ScalarConversion(Schema schema, Function<JsonNode, Object> function) implements Conversion {

    @Override
    public Object convert(JsonNode json) {
        return function.apply(json);
    }
}
