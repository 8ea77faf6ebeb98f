package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that the account holds. Not thread-safe: whoever uses it, or one of its parts, holds its lock. */
public final class Account {

    private static final long FIRST_PROPERTY = 159;

    private final InstantSource clock;
    public final ContactStore contacts = new ContactStore();
    public final Named groups = new Named(401);
    public final Named tags = new Named(401);
    public final NavigableMap<Long, Property> properties = new TreeMap<>();
    private final Map<Long, Instant> propertyTimes = new HashMap<>();
    public final Campaigns campaigns = new Campaigns();
    public final List<ReceivedContacts> received = new ArrayList<>();
    public final NavigableMap<String, Long> ignoredFields = new TreeMap<>();
    private long nextProperty = FIRST_PROPERTY;

    public Account(InstantSource clock) {
        this.clock = clock;
    }

    /** Epoch milliseconds. */
    public long now() {
        return clock.millis();
    }

    public Property addProperty(String label, int type, String description) {
        Property property = new Property(nextProperty++, label.strip(), type, description);
        properties.put(property.id(), property);
        propertyTimes.put(property.id(), clock.instant());
        return property;
    }

    /** The custom fields that the list shows, if it shows new ones so late. */
    public List<Property> listedProperties(Duration delay) {
        Instant latest = clock.instant().minus(delay);
        return properties.values().stream()
                .filter(property -> !propertyTimes.get(property.id()).isAfter(latest))
                .toList();
    }

    /** Names are compared without regard to case and surrounding blanks. */
    public Optional<Property> property(String label) {
        return properties.values().stream()
                .filter(property -> property.label().equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    public void note(String path, String opType, String groupName, JsonNode list, JsonNode fields) {
        received.add(new ReceivedContacts(received.size(), path, opType, groupName, list, fields, clock.instant()));
    }
}
