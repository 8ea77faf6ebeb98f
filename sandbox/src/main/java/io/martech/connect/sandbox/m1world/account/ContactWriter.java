package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Applies what clients say of contacts. Needs the account's lock. */
public final class ContactWriter {

    private final Account account;
    private final M1worldQuirks quirks;
    private final Refusals refusals;

    public ContactWriter(Account account, M1worldQuirks quirks, Refusals refusals) {
        this.account = account;
        this.quirks = quirks;
        this.refusals = refusals;
    }

    /** What becomes of a contact that is there already. */
    public enum Operation {
        /** 覆盖: nothing of the old content stays. */
        OVERWRITE,
        /** 合并: what is given is laid over the old content; what is empty changes nothing. */
        MERGE,
        /** 新增: it stays as it is and a second one comes into being. */
        ADD
    }

    /**
     * Applies contacts one after the other.
     *
     * @param groupId null for none
     */
    public void add(List<GivenContact> given, Operation operation, Long groupId) {
        for (GivenContact contact : given) {
            Contact old = operation == Operation.ADD ? null : match(contact).orElse(null);
            Contact written = old == null ? inserted(contact) : changed(old, contact, operation);
            if (groupId != null) {
                Set<Long> groups = new HashSet<>(written.groups());
                groups.add(groupId);
                written = written.inGroups(groups);
            }
            account.contacts.put(written);
        }
    }

    /** Lays fields over every contact that has the same texts in the unique fields; what is given as empty becomes empty. */
    public void edit(GivenContact given, List<String> uniqueFields) {
        List<Contact> found = new ArrayList<>();
        if (given.text(uniqueFields.get(0)) != null) {
            found.addAll(account.contacts.find(uniqueFields.get(0), given.text(uniqueFields.get(0))));
        }
        uniqueFields.forEach(
                field -> found.removeIf(contact -> !Objects.equals(contact.text(field), given.text(field))));
        if (found.isEmpty() && quirks.editInsertsMissing.get()) {
            account.contacts.put(inserted(given));
        }
        for (Contact contact : found) {
            Map<String, JsonNode> fields = new HashMap<>(contact.fields());
            Map<Long, String> properties = new HashMap<>(contact.properties());
            layOver(fields, given.fields());
            layOver(properties, given.properties());
            account.contacts.put(contact.withContent(fields, properties, account.now()));
        }
    }

    private Optional<Contact> match(GivenContact given) {
        return quirks.identityFields.get().stream()
                .filter(field -> given.text(field) != null)
                .flatMap(field -> account.contacts.find(field, given.text(field)).stream())
                .findFirst();
    }

    private Contact inserted(GivenContact given) {
        Map<String, JsonNode> fields = new HashMap<>();
        Map<Long, String> properties = new HashMap<>();
        layOver(fields, given.fields());
        layOver(properties, given.properties());
        return new Contact(account.contacts.nextId(), account.now(), account.now(), fields, properties, Set.of());
    }

    private Contact changed(Contact old, GivenContact given, Operation operation) {
        Map<String, JsonNode> fields = new HashMap<>();
        Map<Long, String> properties = new HashMap<>();
        if (operation == Operation.OVERWRITE) {
            layOver(fields, given.fields());
            layOver(properties, given.properties());
        } else {
            merge(fields, old.fields(), given.fields());
            merge(properties, old.properties(), given.properties());
        }
        return old.withContent(fields, properties, account.now());
    }

    private <K, V> void merge(Map<K, V> merged, Map<K, V> old, Map<K, V> given) {
        merged.putAll(old);
        given.forEach((key, value) -> {
            if (value != null && !(quirks.mergeOnlyFillsGaps.get() && old.containsKey(key))) {
                merged.put(key, value);
            }
        });
    }

    private static <K, V> void layOver(Map<K, V> values, Map<K, V> given) {
        given.forEach((key, value) -> {
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        });
    }

    /**
     * Contacts of one person within a batch count once.
     *
     * @throws io.martech.connect.sandbox.http.ApiRefusal E00001 to E00004 when there would be more contacts than the account may have
     */
    public void checkAccountLimit(List<GivenContact> given, Operation operation) {
        Set<String> newPersons = new HashSet<>();
        int fresh = 0;
        for (GivenContact contact : given) {
            if (operation != Operation.ADD && match(contact).isPresent()) {
                continue;
            }
            List<String> person = quirks.identityFields.get().stream()
                    .filter(field -> contact.text(field) != null)
                    .map(field -> field + ":" + contact.text(field))
                    .toList();
            boolean isKnown = operation != Operation.ADD && person.stream().anyMatch(newPersons::contains);
            newPersons.addAll(person);
            fresh += isKnown ? 0 : 1;
        }
        if (fresh > 0 && account.contacts.size() + fresh > quirks.mostContacts.get()) {
            throw refusals.account();
        }
    }
}
