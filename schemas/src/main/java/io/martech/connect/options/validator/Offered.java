package io.martech.connect.options.validator;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef.Recommender;

/** Choices that tools offer whatever the other keys say. */
public interface Offered extends Recommender {

    @Override
    default boolean visible(String name, Map<String, Object> parsedConfig) {
        return true;
    }
}
