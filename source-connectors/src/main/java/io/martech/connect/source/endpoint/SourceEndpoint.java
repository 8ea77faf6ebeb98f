package io.martech.connect.source.endpoint;

import io.martech.connect.schema.TopicSchema;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceOptions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A resource of a platform, as a value. A full listing is a {@link ListEndpoint}; other kinds are created by {@link #of}.
 *
 * @param <C> the options of the platform's source
 */
public interface SourceEndpoint<C extends SourceOptions> {

    /** Its name in the configuration and in offsets, and the name of its topic after the prefix. */
    String name();

    /** The names, after the prefix, of all topics that it may write to. */
    default List<String> topics() {
        return List.of(name());
    }

    /** The declared schema of its topic; empty if code selects the schema. */
    default Optional<TopicSchema> schema() {
        return Optional.empty();
    }

    /** The field of a source partition that identifies a slice; null if it has no slices. */
    String slice();

    /** Validates the offsets that a user alters. */
    OffsetCheck offsets();

    /** Creates the resource. Makes no request. */
    Resource open(SourceContext<C> context);

    /** Validates an offset that a user wants to store. */
    @FunctionalInterface
    interface OffsetCheck {

        /**
         * @param now the worker's time in the platform's zone, since the platform's time is unknown without a request
         * @throws org.apache.kafka.connect.errors.ConnectException if a field is unknown or has an invalid value; the
         *     message shows the correct form
         */
        void check(String resource, Map<String, ?> offset, LocalDateTime now);
    }

    /** A resource with a reader of its own. */
    static <C extends SourceOptions> SourceEndpoint<C> of(
            String name, String slice, OffsetCheck offsets, Function<SourceContext<C>, Resource> open) {
        return new Special<>(name, List.of(name), Optional.empty(), slice, offsets, open);
    }

    /** Returns a copy that may also write to another topic. */
    default SourceEndpoint<C> writingAlsoTo(String topic) {
        return new Special<>(name(), List.of(name(), topic), schema(), slice(), offsets(), this::open);
    }

    /** Returns a copy for rows that name their account in this field. */
    default SourceEndpoint<C> ofAccountIn(String field) {
        return new Special<>(name(), topics(), schema(), slice(), offsets(), context -> open(context)
                .ofAccountIn(field));
    }

    static List<String> names(List<? extends SourceEndpoint<?>> endpoints) {
        return endpoints.stream().map(SourceEndpoint::name).toList();
    }

    /** See {@link #of}. */
    record Special<C extends SourceOptions>(
            String name,
            List<String> topics,
            Optional<TopicSchema> schema,
            String slice,
            OffsetCheck offsets,
            Function<SourceContext<C>, Resource> opener)
            implements SourceEndpoint<C> {

        @Override
        public Resource open(SourceContext<C> context) {
            return opener.apply(context);
        }
    }
}
