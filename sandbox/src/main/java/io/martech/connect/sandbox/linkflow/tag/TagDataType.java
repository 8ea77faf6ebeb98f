package io.martech.connect.sandbox.linkflow.tag;

import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.util.Locale;
import java.util.Optional;

/** The kinds of values that tags hold. */
public enum TagDataType {
    TEXT,
    NUMBER,
    ARRAY,
    DATETIME,
    BOOLEAN;

    public static Optional<TagDataType> named(String name) {
        for (TagDataType type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** @throws ApiRefusal B00010 when a value, always sent as a text, cannot be of this kind */
    void check(String value, PlatformTime time) {
        switch (this) {
            case NUMBER -> {
                if (!value.matches("-?\\d+(\\.\\d+)?")) {
                    throw Refusals.illegalParameter("value [" + value + "]");
                }
            }
            case BOOLEAN -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw Refusals.illegalParameter("value [" + value + "]");
                }
            }
            case DATETIME -> time.parse("value", value);
            case TEXT, ARRAY -> {
                // Any text is one; an array's values are joined by commas.
            }
        }
    }
}
