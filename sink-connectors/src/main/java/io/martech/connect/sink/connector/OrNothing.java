package io.martech.connect.sink.connector;

import io.martech.connect.options.validator.Offered;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** Lets a key stay unset, or empty, and checks it otherwise; offers what the other validator offers. */
public final class OrNothing implements Validator, Offered {

    private final Validator validator;

    private OrNothing(Validator validator) {
        this.validator = validator;
    }

    public static OrNothing or(Validator validator) {
        return new OrNothing(validator);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (value != null && !value.equals("")) {
            validator.ensureValid(name, value);
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return validator instanceof Recommender recommender ? recommender.validValues(name, parsedConfig) : List.of();
    }

    @Override
    public String toString() {
        return validator + ", or nothing";
    }
}
