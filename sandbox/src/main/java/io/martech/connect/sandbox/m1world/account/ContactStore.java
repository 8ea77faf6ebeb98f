package io.martech.connect.sandbox.m1world.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Contacts by id, by the text of a field, and in the order of the list. Not thread-safe. */
public final class ContactStore {

    /** The first id of the document's list. */
    private static final long FIRST_ID = 4_338_372;

    private final NavigableMap<Long, Contact> byId = new TreeMap<>();
    private final Map<String, Map<String, NavigableSet<Long>>> idsByText = new HashMap<>();
    private final Map<ContactOrder, List<Contact>> lists = new HashMap<>();
    private long nextId = FIRST_ID;

    public long nextId() {
        return nextId++;
    }

    public void put(Contact contact) {
        remove(contact.id());
        byId.put(contact.id(), contact);
        idsByText.forEach((field, ids) -> index(contact, field, ids));
    }

    public void remove(long id) {
        lists.clear();
        Contact old = byId.remove(id);
        if (old != null) {
            idsByText.forEach((field, ids) -> {
                if (old.text(field) != null) {
                    ids.get(old.text(field)).remove(id);
                }
            });
        }
    }

    public Optional<Contact> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The contacts with that text in a field, the oldest first. */
    public List<Contact> find(String field, String text) {
        return idsByText.computeIfAbsent(field, this::indexOf).getOrDefault(text, new TreeSet<>()).stream()
                .map(byId::get)
                .toList();
    }

    /** By ascending id. */
    public Collection<Contact> all() {
        return byId.values();
    }

    /** In the order of the list; kept until the next change, since a reader asks for page after page. */
    public List<Contact> ordered(ContactOrder order) {
        return lists.computeIfAbsent(order, any -> {
            List<Contact> list = new ArrayList<>(byId.values());
            list.sort(order.comparator());
            return list;
        });
    }

    public int size() {
        return byId.size();
    }

    private Map<String, NavigableSet<Long>> indexOf(String field) {
        Map<String, NavigableSet<Long>> ids = new HashMap<>();
        byId.values().forEach(contact -> index(contact, field, ids));
        return ids;
    }

    private static void index(Contact contact, String field, Map<String, NavigableSet<Long>> ids) {
        if (contact.text(field) != null) {
            ids.computeIfAbsent(contact.text(field), text -> new TreeSet<>()).add(contact.id());
        }
    }
}
