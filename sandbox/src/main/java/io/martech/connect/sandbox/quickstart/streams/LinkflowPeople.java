package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Contacts that the simulated Linkflow knows, whom other systems of the user's write about by phone and e-mail. */
final class LinkflowPeople {

    /** The field that says whom a record is about. */
    static final String KEY = "mobilePhone";

    /** That field first. */
    static final List<String> IDENTITY_FIELDS = List.of(KEY, "email");

    private final List<JsonNode> contacts;

    private LinkflowPeople(List<JsonNode> contacts) {
        this.contacts = contacts;
    }

    /** So many of the platform's oldest contacts. */
    static LinkflowPeople of(SimulatedLinkflow linkflow, int count) {
        return new LinkflowPeople(linkflow.state().contacts().ids().stream()
                .limit(count)
                .map(id -> linkflow.state().contacts().find(id).orElseThrow())
                .toList());
    }

    int count() {
        return contacts.size();
    }

    /** The person, counted from 0, whom a record is about. */
    int numberOf(int record) {
        return record % contacts.size();
    }

    long contactId(int person) {
        return contacts.get(person).get("id").longValue();
    }

    /** What {@link #KEY} holds in records about that person. */
    String keyOf(int person) {
        return contacts.get(person).get(KEY).textValue();
    }

    /** The fields that say who it is, and no others yet. */
    ObjectNode identity(int person) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        IDENTITY_FIELDS.forEach(field -> value.set(field, contacts.get(person).get(field)));
        return value;
    }
}
