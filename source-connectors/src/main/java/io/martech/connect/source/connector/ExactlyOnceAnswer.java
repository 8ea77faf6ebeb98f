package io.martech.connect.source.connector;

import io.martech.connect.source.engine.SourceSettings;
import java.util.Map;
import org.apache.kafka.connect.source.ExactlyOnceSupport;

/** Answers whether a source can promise to repeat nothing. */
public final class ExactlyOnceAnswer {

    private ExactlyOnceAnswer() {}

    /**
     * A version is never repeated, since what was emitted is remembered in the cursor. Without progress records the
     * cursor rides on data, which a transformation may drop: then a chunk may be repeated.
     */
    public static ExactlyOnceSupport of(SourceSettings settings, Map<String, String> connectorConfig) {
        String transforms = connectorConfig.get("transforms");
        boolean dataMayBeDropped = transforms != null && !transforms.isBlank();
        return settings.progressIsEnabled() || !dataMayBeDropped
                ? ExactlyOnceSupport.SUPPORTED
                : ExactlyOnceSupport.UNSUPPORTED;
    }
}
