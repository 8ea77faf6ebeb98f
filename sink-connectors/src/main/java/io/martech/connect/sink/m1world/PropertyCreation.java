package io.martech.connect.sink.m1world;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.lookup.SingleFlight;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /contact/property/add} of "添加自定义字段". Its response does not contain the new id, so the list is read
 * afterwards. Thread-safe; one thread creates at a time.
 */
final class PropertyCreation {

    private static final Logger LOG = LoggerFactory.getLogger(PropertyCreation.class);

    private static final String REFUSED = "E10103";
    private static final int TEXT = 1;

    /** A request for each record of a topic would use up the hourly quota. */
    private static final Duration MEMORY_OF_REFUSALS = Duration.ofMinutes(1);

    private final PlatformClient client;
    private final LookupCache<Property> directory;
    private final TimeSource time;
    private final SingleFlight creating = new SingleFlight();
    private final Map<String, Refusal> refusals = new HashMap<>();

    private record Refusal(RecordRejectedException reason, long nanos) {}

    PropertyCreation(PlatformClient client, LookupCache<Property> directory, TimeSource time) {
        this.client = client;
        this.directory = directory;
        this.time = time;
    }

    /**
     * Creates the custom field, unless another thread or another client has created it first.
     *
     * @throws RecordRejectedException if the platform rejects it
     * @throws ConnectException if it was created, but is not listed
     */
    Property create(String name) {
        return creating.run(() -> directory.find(name).orElseGet(() -> {
            refusals.values().removeIf(refusal -> time.nanoTime() - refusal.nanos() >= MEMORY_OF_REFUSALS.toNanos());
            if (refusals.containsKey(name)) {
                throw refusals.get(name).reason();
            }
            return createNow(name);
        }));
    }

    private Property createNow(String name) {
        try {
            client.execute(ApiRequest.form("custom fields", "/contact/property/add")
                    .with("label", name)
                    .with("fieldType", TEXT)
                    .with("description", name)
                    .expecting(Expectation.accepted().rejecting(REFUSED)));
        } catch (PlatformException refused) {
            if (!REFUSED.equals(refused.code())) {
                throw refused;
            }
            // Another client may have created it a moment ago: no other code is documented for that.
            return listed(name).orElseThrow(() -> {
                RecordRejectedException reason = refusal(name, refused);
                refusals.put(name, new Refusal(reason, time.nanoTime()));
                return reason;
            });
        }
        LOG.info("Created the custom field {} ({})", name, M1worldContactsOptions.PROPERTIES_AUTO_CREATE);
        return listed(name)
                .orElseThrow(() -> new ConnectException("M1world created the custom field " + name
                        + ", but does not list it, so its id is not known. The task"
                        + " stops; nothing is lost. Restart it when M1world shows the field."));
    }

    private Optional<Property> listed(String name) {
        return directory.awaitListed(name);
    }

    private static RecordRejectedException refusal(String name, PlatformException refused) {
        return new RecordRejectedException(
                refused.code(),
                "M1world refuses to create the custom field " + name + ": create it manually, or leave the"
                        + " field out of the records. " + refused.getMessage(),
                refused.platformMessage(),
                refused);
    }
}
