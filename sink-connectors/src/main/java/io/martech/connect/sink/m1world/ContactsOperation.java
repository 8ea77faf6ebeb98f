package io.martech.connect.sink.m1world;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.operation.Outcome;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** Writes contacts, many in one request, each at most once per batch. */
final class ContactsOperation implements Operation<ContactWrite> {

    // A batch is halved within seconds, but may have to wait for the quota meanwhile.
    private static final Duration ONE_READING_FOR_ALL_PARTS = Duration.ofMinutes(1);

    private final ContactMapping mapping;
    private final Properties properties;
    private final ContactRequests requests;
    private final boolean laterReplacesEarlier;

    /**
     * @param laterReplacesEarlier whether a later record of a contact replaces an earlier one, instead of being merged
     *     into it
     */
    ContactsOperation(
            ContactMapping mapping, Properties properties, ContactRequests requests, boolean laterReplacesEarlier) {
        this.mapping = mapping;
        this.properties = properties;
        this.requests = requests;
        this.laterReplacesEarlier = laterReplacesEarlier;
    }

    @Override
    public Optional<Message<ContactWrite>> map(SinkRecord record) {
        return mapping.of(record);
    }

    // A record with an unknown field is rejected separately: rejecting the batch would cost a request of the hourly
    // quota for each of its halves.
    @Override
    public Map<Integer, RecordRejectedException> impossible(List<ContactWrite> writes) {
        properties.ensureLoaded(namesIn(writes));
        Map<Integer, RecordRejectedException> impossible = new HashMap<>();
        for (int index = 0; index < writes.size(); index++) {
            if (writes.get(index) instanceof Contact contact) {
                try {
                    properties.find(contact.properties().keySet());
                } catch (RecordRejectedException unknownField) {
                    impossible.put(index, unknownField);
                }
            }
        }
        return impossible;
    }

    private static Set<String> namesIn(List<ContactWrite> writes) {
        Set<String> names = new HashSet<>();
        for (ContactWrite write : writes) {
            if (write instanceof Contact contact) {
                names.addAll(contact.properties().keySet());
            }
        }
        return names;
    }

    @Override
    public List<Outcome> send(List<ContactWrite> writes, PlatformClient client) {
        return send(writes, Duration.ZERO, client);
    }

    @Override
    public List<Outcome> sendPart(List<ContactWrite> writes, PlatformException refusal, PlatformClient client) {
        boolean listWasRead = ContactRequests.REFUSED.equals(refusal.code());
        return send(writes, listWasRead ? ONE_READING_FOR_ALL_PARTS : Duration.ZERO, client);
    }

    /** @param youngEnough the maximum age of the list of custom fields that a rejection is verified with */
    private List<Outcome> send(List<ContactWrite> writes, Duration youngEnough, PlatformClient client) {
        return writes.get(0) instanceof ContactDeletion
                ? delete(writes.stream().map(ContactDeletion.class::cast).toList(), client)
                : write(writes.stream().map(Contact.class::cast).toList(), youngEnough, client);
    }

    private static List<Outcome> delete(List<ContactDeletion> deletions, PlatformClient client) {
        client.execute(ContactRequests.delete(deletions));
        return allDelivered(deletions);
    }

    private List<Outcome> write(List<Contact> contacts, Duration youngEnough, PlatformClient client) {
        Folded folded = fold(contacts);
        try {
            folded.send(client);
        } catch (PlatformException refused) {
            boolean mayHelp = ContactRequests.REFUSED.equals(refused.code())
                    && properties.haveChanged(folded.properties, youngEnough);
            if (!mayHelp) {
                throw refused;
            }
            fold(contacts).send(client);
        }
        return allDelivered(contacts);
    }

    private static List<Outcome> allDelivered(List<?> writes) {
        return Collections.nCopies(writes.size(), Outcome.delivered());
    }

    private Folded fold(List<Contact> contacts) {
        Folded folded = new Folded();
        contacts.forEach(folded::add);
        return folded;
    }

    /** The contacts of one request. */
    private final class Folded {

        private final Map<Object, Contact> bySubject = new LinkedHashMap<>();
        private final Map<String, Property> properties = new HashMap<>();

        void add(Contact contact) {
            properties.putAll(
                    ContactsOperation.this.properties.find(contact.properties().keySet()));
            bySubject.merge(
                    contact.subject(),
                    contact,
                    (earlier, later) -> laterReplacesEarlier ? later : earlier.overlaidBy(later));
        }

        void send(PlatformClient client) {
            client.execute(requests.of(List.copyOf(bySubject.values()), properties));
        }
    }
}
