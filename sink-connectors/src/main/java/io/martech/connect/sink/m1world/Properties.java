package io.martech.connect.sink.m1world;

import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up custom fields by name, and creates missing ones if that is enabled. */
final class Properties {

    private final LookupCache<Property> directory;
    private final Optional<PropertyCreation> creation;

    /** @param creation creates missing ones, if enabled */
    Properties(LookupCache<Property> directory, Optional<PropertyCreation> creation) {
        this.directory = directory;
        this.creation = creation;
    }

    /**
     * The custom fields with these names, in their order.
     *
     * @throws RecordRejectedException for the first that does not exist
     */
    Map<String, Property> find(Set<String> names) {
        Map<String, Property> found = new LinkedHashMap<>();
        names.forEach(name -> found.put(name, find(name)));
        return found;
    }

    /** Looks up custom fields with these names, with at most one read of the list. */
    void ensureLoaded(Set<String> names) {
        if (!names.isEmpty()) {
            directory.ensureLoaded(names);
        }
    }

    /**
     * Whether one of these has been deleted or replaced, according to the list.
     *
     * @param youngEnough the list is read again unless it is younger than that
     */
    boolean haveChanged(Map<String, Property> used, Duration youngEnough) {
        return !used.isEmpty() && directory.readWithout(used, youngEnough);
    }

    private Property find(String name) {
        return directory
                .find(name)
                .or(() -> creation.map(allowed -> allowed.create(name)))
                .orElseThrow(() -> new RecordRejectedException(
                        "unknown field",
                        "M1world has no field " + name + ". Create it as a custom field, set "
                                + M1worldContactsOptions.PROPERTIES_AUTO_CREATE
                                + ", or leave the field out of the records."));
    }
}
