package io.martech.connect.sink.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.linkflow.identity.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /open/identity/contact} of "查询联系人": the id of the contact with an identity, or null. An id is cached
 * until its membership is written, so that a retried batch does not start over, but only for a minute, since contacts
 * may be merged. Thread-safe.
 */
public final class ContactLookup {

    private static final Duration LONGEST_USE = Duration.ofMinutes(1);

    /** Limits the requests of one attempt in an outage. */
    private static final int FAILURES_UNTIL_GIVEN_UP = 3;

    private final TimeSource time;
    private final Map<Identity, Found> found = new ConcurrentHashMap<>();

    private record Found(long id, long nanos) {}

    public ContactLookup(TimeSource time) {
        this.time = time;
    }

    /**
     * The contacts' ids, in order; null where Linkflow has no contact with that identity.
     *
     * @throws PlatformException if some lookups failed; the results of the others are cached
     */
    List<Long> idsOf(List<Membership> memberships, PlatformClient client) {
        List<Long> ids = new ArrayList<>();
        List<PlatformException> failures = new ArrayList<>();
        for (Membership membership : memberships) {
            try {
                ids.add(idOf(membership, client));
            } catch (PlatformException failed) {
                failures.add(failed);
                if (failures.size() == FAILURES_UNTIL_GIVEN_UP) {
                    break;
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return ids;
    }

    /** Drops the ids of memberships that have been written. */
    void forget(List<Membership> memberships) {
        memberships.stream().filter(each -> each.contactId() == null).forEach(each -> found.remove(each.person()));
        found.values().removeIf(this::isOld);
    }

    private Long idOf(Membership membership, PlatformClient client) {
        if (membership.contactId() != null) {
            return membership.contactId();
        }
        Identity person = membership.person();
        Found known = found.get(person);
        if (known != null && !isOld(known)) {
            return known.id();
        }
        JsonNode id = client.execute(ApiRequest.get("contact ids", "/open/identity/contact")
                        .with("idType", person.type())
                        .with("id", person.id())
                        .expecting(Expectation.id()))
                .body();
        if (!id.isIntegralNumber()) {
            return null;
        }
        found.put(person, new Found(id.longValue(), time.nanoTime()));
        return id.longValue();
    }

    private boolean isOld(Found known) {
        return time.nanoTime() - known.nanos() >= LONGEST_USE.toNanos();
    }
}
