package io.martech.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What one endpoint documents about its responses: the shape of a success, and what some codes mean there. Without it, an
 * error could be read as an empty list, and a code that rejects a record at one endpoint would do so at every endpoint.
 *
 * @param shape the shape of a success
 * @param rejectCodes documented codes, or HTTP statuses, with which this endpoint rejects this one record, or reports
 *     that the requested object does not exist; every other code may be an outage
 * @param splitCodes documented codes, or HTTP statuses, with which this endpoint reports that too much was requested at
 *     once
 * @param namedBy the configuration key in which the user named the requested object, which the platform may not know;
 *     null if the object is not named in the configuration
 */
public record Expectation(Shape shape, Set<String> rejectCodes, Set<String> splitCodes, String namedBy) {

    /** The shape of a success. */
    public enum Shape {
        /** A write: an empty body, or JSON in which the platform's classifier finds no sign of an error. */
        ACCEPTED("nothing, or JSON without an error"),
        /** Any JSON that is not an error; never empty. */
        JSON("JSON"),
        /** A JSON array; empty only if the platform returns {@code []}. */
        ARRAY("a JSON array"),
        /** A JSON object that is not an error. */
        OBJECT("a JSON object"),
        /** An integer, or the literal {@code null} if there is none. */
        ID("an id or null");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        /**
         * Whether the response has this shape. A write fits with any body: each platform's classifier checks it for
         * errors.
         */
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

    /** A write: it succeeded if the body is empty or JSON without any sign of an error. */
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

    /** Returns a copy with further codes that reject this one record. */
    public Expectation rejecting(String... codes) {
        return new Expectation(shape, union(rejectCodes, codes), splitCodes, namedBy);
    }

    /** Returns a copy with further codes that ask for a smaller request. */
    public Expectation splitting(String... codes) {
        return new Expectation(shape, rejectCodes, union(splitCodes, codes), namedBy);
    }

    /** Returns a copy for an object that the user named in this configuration key; messages then name the key. */
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
