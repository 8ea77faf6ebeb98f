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
 * A resource of a platform, as a value. A full list is a {@link ListEndpoint}; what is read in another way is made by {@link #of}.
 *
 * @param <C> the options of the platform's source
 */
public interface SourceEndpoint<C extends SourceOptions> {

    /** Its name in the configuration, in offsets and, after the prefix, of its topic. */
    String name();

    /** After the prefix, all topics that it may write to. */
    default List<String> topics() {
        return List.of(name());
    }

    /** Of its topic, as declared; nothing if code chooses the schema. */
    default Optional<TopicSchema> schema() {
        return Optional.empty();
    }

    /** The field of a source partition that names a slice of it; null if it has no slices. */
    String slice();

    /** What an offset must be that a person wants to store. */
    OffsetCheck offsets();

    /** Ready to be read. Makes no request. */
    Resource open(SourceContext<C> context);

    /** Checks an offset that a person wants to store. */
    @FunctionalInterface
    interface OffsetCheck {

        /**
         * @param now the worker's time in the platform's zone, for the platform's is not known without a request
         * @throws org.apache.kafka.connect.errors.ConnectException if a field is unknown or has a value that it cannot have; the
         *     message shows the right form
         */
        void check(String resource, Map<String, ?> offset, LocalDateTime now);
    }

    /** A resource that has a reader of its own. */
    static <C extends SourceOptions> SourceEndpoint<C> of(
            String name, String slice, OffsetCheck offsets, Function<SourceContext<C>, Resource> open) {
        return new Special<>(name, List.of(name), Optional.empty(), slice, offsets, open);
    }

    /** The same, which may also write to another topic. */
    default SourceEndpoint<C> writingAlsoTo(String topic) {
        return new Special<>(name(), List.of(name(), topic), schema(), slice(), offsets(), this::open);
    }

    /** The same, where a field of each row names the account that it belongs to. */
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
