package io.martech.connect.sandbox.linkflow.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.StoredContent;
import io.martech.connect.sandbox.linkflow.model.WriteFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies contact data: creates the contact that the identities speak of, or updates it. */
public final class ContactWriter {

    private static final List<String> FIELDS_THAT_ARE_IDENTITIES = List.of("mobilePhone", "email", "idCard");

    private final LinkflowContacts contacts;
    private final LinkflowQuirks quirks;
    private final Consumer<String> ignored;

    public ContactWriter(LinkflowContacts contacts, LinkflowQuirks quirks, Consumer<String> ignored) {
        this.contacts = contacts;
        this.quirks = quirks;
        this.ignored = ignored;
    }

    public void check(JsonNode data) {
        WriteFields.CONTACT.check(data, quirks.time());
    }

    /** The contact known by the first identity that anybody is known by; a new one if nobody is. All identities become its own. */
    public long findOrCreate(List<Identity> identities) {
        Optional<Long> known = identities.stream()
                .map(contacts::with)
                .flatMap(Optional::stream)
                .findFirst();
        if (known.isEmpty()) {
            return contacts.insert(new StoredContent(blank(identities)), identities);
        }
        contacts.bind(known.get(), identities);
        return known.get();
    }

    /** Sets the fields given. @return the contact's id */
    public long set(List<Identity> identities, JsonNode data) {
        long id = findOrCreate(identities);
        contacts.edit(id, contact -> {
            WriteFields.CONTACT.merge(data, contact, quirks.time(), ignored);
            if (FIELDS_THAT_ARE_IDENTITIES.stream().anyMatch(contact::hasNonNull)) {
                contact.put("isAnonymous", false);
            }
            return contact;
        });
        return id;
    }

    private static ObjectNode blank(List<Identity> identities) {
        ObjectNode contact = JsonText.object();
        contact.putNull("anonymousId");
        for (Identity identity : identities) {
            FIELDS_THAT_ARE_IDENTITIES.stream()
                    .filter(field -> identity.key().equals(new Identity(field, identity.id()).key()))
                    .forEach(field -> contact.put(field, identity.id()));
        }
        WriteFields.CONTACT.complete(contact);
        contact.putObject("utm");
        contact.putObject("props");
        contact.put("isAnonymous", false);
        contact.putArray("openIds");
        return contact;
    }
}
