package io.martech.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What one endpoint documents of its answers: the form of a success, and what some codes mean there. Without it an
 * error could look like an empty list, and a code that rejects a record at one endpoint would reject at all.
 *
 * @param shape the form that a success has
 * @param rejectCodes documented codes, or HTTP statuses, by which this endpoint refuses this one record (or asks for something that does
 *     not exist); every other code may be an outage
 * @param splitCodes documented codes, or HTTP statuses, by which this endpoint says that it was asked for too much at once
 * @param namedBy the configuration key in which a person has named what is asked for, which the platform may not know; null if
 *     nobody has
 */
public record Expectation(Shape shape, Set<String> rejectCodes, Set<String> splitCodes, String namedBy) {

    /** The form of a success. */
    public enum Shape {
        /** A write: an empty body, or JSON without any sign of an error, which each platform's classifier look for. */
        ACCEPTED("nothing, or JSON without an error"),
        /** Any JSON that is not an error; never empty. */
        JSON("JSON"),
        /** A JSON array; empty only if the platform says {@code []}. */
        ARRAY("a JSON array"),
        /** A JSON object that is not an error. */
        OBJECT("a JSON object"),
        /** A whole number, or the literal {@code null} for "there is none". */
        ID("an id or null");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        /** Whether what the platform answered has this form; a write is accepted whatever it answers beside its success. */
        public boolean fits(JsonNode value) {
            return switch (this) {
                case ACCEPTED -> true;
                case JSON -> !value.isMissingNode();
                case ARRAY -> value.isArray();
                case OBJECT -> value.isObject();
                case ID -> value.isIntegralNumber() || value.isNull();
            };
        }

        /** The shape in words, for messages. */
        public String words() {
            return words;
        }
    }

    public Expectation {
        Objects.requireNonNull(shape, "shape");
        rejectCodes = Set.copyOf(rejectCodes);
        splitCodes = Set.copyOf(splitCodes);
    }

    /** A write: delivered means an empty body or JSON without any sign of an error. */
    public static Expectation accepted() {
        return of(Shape.ACCEPTED);
    }

    /** Any JSON that is not an error. */
    public static Expectation json() {
        return of(Shape.JSON);
    }

    /** A list. */
    public static Expectation array() {
        return of(Shape.ARRAY);
    }

    /** One object. */
    public static Expectation object() {
        return of(Shape.OBJECT);
    }

    /** One id, or null. */
    public static Expectation id() {
        return of(Shape.ID);
    }

    /** The same with more codes that refuse this one record. */
    public Expectation rejecting(String... codes) {
        return new Expectation(shape, union(rejectCodes, codes), splitCodes, namedBy);
    }

    /** The same with more codes that ask for less at once. */
    public Expectation splitting(String... codes) {
        return new Expectation(shape, rejectCodes, union(splitCodes, codes), namedBy);
    }

    /** The same for something that a person has named: a refusal then says in which key. */
    public Expectation namedBy(String configurationKey) {
        return new Expectation(shape, rejectCodes, splitCodes, configurationKey);
    }

    private static Expectation of(Shape shape) {
        return new Expectation(shape, Collections.emptySet(), Collections.emptySet(), null);
    }

    private static Set<String> union(Set<String> some, String... more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
