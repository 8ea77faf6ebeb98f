package io.martech.connect.account;

import io.martech.connect.options.UnresolvedReference;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/** That no value still reads {@code ${provider:…}}: a worker that starts a connector may lack what the validating one has. */
public final class ResolvedValues {

    private ResolvedValues() {}

    /**
     * @param own every key of the connector
     * @throws ConfigException for the first own key that holds a reference
     */
    public static void require(Set<String> own, Map<String, String> properties) {
        own.stream().sorted().forEach(key -> UnresolvedReference.faultOf(properties.get(key))
                .ifPresent(fault -> {
                    throw new ConfigException("Invalid value for configuration " + key + ": " + fault);
                }));
    }
}
