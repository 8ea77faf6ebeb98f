package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Which contacts to read ({@code contacts.anonymous}), with the platform's value of {@code anonymous}. */
enum ContactKind {
    NAMED(0),
    ANONYMOUS(1),
    ALL(-1);

    private final int parameter;

    ContactKind(int parameter) {
        this.parameter = parameter;
    }

    static ContactKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    int parameter() {
        return parameter;
    }

    /**
     * Whether the id cursor returns all of them. It has no such parameter, and it is undocumented whether it includes
     * anonymous contacts.
     */
    boolean isShownByCursor() {
        return this == NAMED;
    }

    /** Whether the row is of this kind; one without the field is taken for the requested kind. */
    boolean includes(JsonNode row) {
        JsonNode isAnonymous = row.get("isAnonymous");
        return this == ALL
                || isAnonymous == null
                || !isAnonymous.isBoolean()
                || isAnonymous.booleanValue() == (this == ANONYMOUS);
    }
}
