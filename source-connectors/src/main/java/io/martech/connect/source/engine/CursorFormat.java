package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.PlatformTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The valid content of a cursor, checked when a user alters an offset. Immutable; every method that adds a field returns
 * a new format.
 */
public final class CursorFormat {

    private static final int MAXIMUM_CHARACTERS = 256 * 1024;

    private final String example;
    private final Map<String, Field> fields;

    private CursorFormat(String example, Map<String, Field> fields) {
        this.example = example;
        this.fields = fields;
    }

    private record Field(Predicate<String> isRight, String expectation) {}

    /**
     * A format with only the fields that the engine stores for every resource.
     *
     * @param example cursors as a user would write them, for messages
     */
    public static CursorFormat with(String example) {
        return new CursorFormat(example, Map.of())
                .field("any text", text -> true, Scope.KEY, AccountBinding.KEY, AckTracker.HELD);
    }

    /** Fields that hold times in the platform's format. */
    public CursorFormat times(String... names) {
        return field("a time such as 2026-01-01 08:00:00", CursorFormat::isTime, names);
    }

    /** Fields that hold days. */
    public CursorFormat days(String... names) {
        return field("a day such as 2026-01-01", CursorFormat::isDay, names);
    }

    /** Fields that hold non-negative integers. */
    public CursorFormat numbers(String... names) {
        return field("a whole number, not negative", text -> text.matches("\\d{1,18}"), names);
    }

    /** A field that holds one of a few words. */
    public CursorFormat choice(String name, String... words) {
        List<String> choices = Arrays.stream(words).sorted().toList();
        return field("one of " + String.join(", ", choices), choices::contains, name);
    }

    /** A field that only the connector can write. */
    public CursorFormat asListed(String name, Predicate<String> isReadable) {
        return field("left out, or exactly as it was listed", isReadable, name);
    }

    /**
     * @param resource the resource's name, for messages
     * @param offset the offset to be stored
     * @throws ConnectException if a field is unknown or has an invalid value; the message shows the correct form
     */
    public void check(String resource, Map<String, ?> offset) {
        if (offset.isEmpty()) {
            throw new ConnectException(
                    "The offset of '" + resource + "' is {}, which is empty. To read from the beginning, set it"
                            + " to null. A complete one is, for example, " + example + ".");
        }
        offset.forEach((name, value) -> {
            Field field = fields.get(name);
            if (field == null) {
                throw refused(resource, name, value, "left out: there is no such field");
            }
            if (!field.isRight.test(String.valueOf(value))) {
                throw refused(resource, name, value, field.expectation);
            }
        });
        if (offset.toString().length() > MAXIMUM_CHARACTERS) {
            throw new ConnectException("The offset of '" + resource
                    + "' is larger than 256 KB. Leave out the fields that only the connector can write.");
        }
    }

    /** An exception that says what a field must hold. */
    public ConnectException refused(String resource, String field, Object value, String expectation) {
        return new ConnectException("The offset of '" + resource + "': field '" + field + "' is " + value
                + ", but must be " + expectation + ". For example " + example + ".");
    }

    private CursorFormat field(String expectation, Predicate<String> isRight, String... names) {
        Map<String, Field> more = new HashMap<>(fields);
        for (String name : names) {
            more.put(name, new Field(isRight, expectation));
        }
        return new CursorFormat(example, Map.copyOf(more));
    }

    private static boolean isTime(String text) {
        try {
            PlatformTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
