package io.martech.connect.sandbox.m1world.account;

import java.util.Comparator;

/** The order of {@code /contact/all}; the document names none. */
public enum ContactOrder {
    /** Ascending ids. */
    BY_ID(Comparator.comparingLong(Contact::id)),
    /** Descending ids. */
    NEWEST_FIRST(Comparator.comparingLong(Contact::id).reversed()),
    /** The one changed last comes first. */
    LAST_CHANGED_FIRST(Comparator.comparingLong(Contact::updated)
            .reversed()
            .thenComparing(Comparator.comparingLong(Contact::id).reversed()));

    private final Comparator<Contact> comparator;

    ContactOrder(Comparator<Contact> comparator) {
        this.comparator = comparator;
    }

    Comparator<Contact> comparator() {
        return comparator;
    }
}
