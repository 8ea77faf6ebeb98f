package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigValue;

/** What {@code PUT /connector-plugins/…/config/validate} would say. */
record Validated(List<ConfigValue> values) {

    static Validated of(Map<String, String> properties) {
        return of(new LinkflowSourceConnector(), properties);
    }

    static Validated of(LinkflowSourceConnector connector, Map<String, String> properties) {
        return new Validated(connector.validate(properties).configValues());
    }

    ConfigValue value(String key) {
        return values.stream()
                .filter(value -> value.name().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The messages of every key that has some. */
    Map<String, String> errors() {
        Map<String, String> errors = new TreeMap<>();
        values.stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .forEach(value -> errors.put(value.name(), String.join("; ", value.errorMessages())));
        return errors;
    }

    /** The only error, which must be on this key. */
    String onlyErrorOn(String key) {
        Map<String, String> errors = errors();
        assertThat(errors).as("errors").containsOnlyKeys(key);
        return errors.get(key);
    }
}
