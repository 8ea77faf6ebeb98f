package io.martech.connect.sandbox.m1world.account;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Groups, or tags: things with an id and a name of their own. Not thread-safe. */
public final class Named {

    private final NavigableMap<Long, Thing> byId = new TreeMap<>();
    private long nextId;

    Named(long firstId) {
        this.nextId = firstId;
    }

    /** @param created epoch milliseconds */
    public record Thing(long id, String name, long created) {}

    /** The one with that name; a new one if there is none. */
    public Thing findOrAdd(String name, long now) {
        return find(name).orElseGet(() -> {
            Thing thing = new Thing(nextId++, name, now);
            byId.put(thing.id(), thing);
            return thing;
        });
    }

    Optional<Thing> find(String name) {
        return byId.values().stream().filter(thing -> thing.name().equals(name)).findFirst();
    }

    public String nameOf(long id) {
        return byId.get(id).name();
    }

    public void remove(long id) {
        byId.remove(id);
    }

    /** The newest first, as in the document's examples. */
    public Collection<Thing> all() {
        return byId.descendingMap().values();
    }
}
