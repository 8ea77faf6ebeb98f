package io.martech.connect.source.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceOptions;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.ListFeed;
import io.martech.connect.source.reader.snapshot.ListFeed.Answer;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An endpoint that returns a full listing, as a value: the request, the pagination, where the rows are, their schema, and
 * how a single row is requested. Immutable; each method returns a new endpoint.
 *
 * @param <C> the options of the platform's source
 */
public final class ListEndpoint<C extends SourceOptions> implements SourceEndpoint<C> {

    private final String name;
    private final TopicSchema schema;
    private ApiRequest request;
    private String parameter;
    private Function<C, List<String>> values;
    private String valueField;
    private Paginator pages = Paginator.onePage();
    private List<String> rowsAt = List.of();
    private UnaryOperator<JsonNode> shape = row -> row;
    private Function<C, ? extends Collection<String>> ignored = config -> List.of();
    private Function<JsonNode, ApiRequest> single;
    private boolean distrustsEmptyAnswers;
    private Function<EndpointContext<C>, Supplier<List<Answer>>> reader = this::asRequested;

    private ListEndpoint(String name, ApiRequest request, TopicSchema schema) {
        this.name = name;
        this.request = request;
        this.schema = schema;
    }

    /**
     * A list that one GET returns as a JSON array.
     *
     * @param name the name of the resource, and of its topic after the prefix
     * @param schema the schema of the topic; its keys identify rows
     */
    public static <C extends SourceOptions> ListEndpoint<C> get(String name, String path, TopicSchema schema) {
        return of(ApiRequest.get(name, path).expecting(Expectation.array()), schema);
    }

    /** A list that one request returns. */
    public static <C extends SourceOptions> ListEndpoint<C> of(ApiRequest request, TopicSchema schema) {
        return new ListEndpoint<>(request.resource(), request, schema);
    }

    /**
     * A list that a declaration cannot describe.
     *
     * @param reader called once with the context; returns a supplier that reads the list on each call
     */
    public static <C extends SourceOptions> ListEndpoint<C> readBy(
            String name, TopicSchema schema, Function<EndpointContext<C>, Supplier<List<Answer>>> reader) {
        return new ListEndpoint<C>(name, null, schema).with(endpoint -> endpoint.reader = reader);
    }

    /** Returns a copy whose request has another parameter. */
    public ListEndpoint<C> with(String parameterName, Object value) {
        return with(endpoint -> endpoint.request = request.with(parameterName, value));
    }

    /** Returns a copy for responses that are not an array, or that have codes of their own. */
    public ListEndpoint<C> expecting(Expectation documented) {
        return with(endpoint -> endpoint.request = request.expecting(documented));
    }

    /**
     * Returns a copy with one request per value, for endpoints that cannot return all rows at once. Rows of a value that
     * is no longer requested are not deleted.
     *
     * @param placeholder such as {@code {id}} in the path, or the name of a parameter
     */
    public ListEndpoint<C> forEach(String placeholder, Function<C, List<String>> itsValues) {
        return with(endpoint -> {
            endpoint.parameter = placeholder;
            endpoint.values = itsValues;
        });
    }

    /**
     * Returns a copy for rows that do not contain the value that they were requested by; it is put into this field as a
     * number.
     */
    public ListEndpoint<C> showingItIn(String field) {
        return with(endpoint -> endpoint.valueField = field);
    }

    /** Returns a copy that is read in pages. */
    public ListEndpoint<C> paged(Paginator paginator) {
        return with(endpoint -> endpoint.pages = paginator);
    }

    /** Returns a copy whose rows are nested in the body: in the last of these fields, each within the one before. */
    public ListEndpoint<C> rowsAt(String... fields) {
        return with(endpoint -> endpoint.rowsAt = List.of(fields));
    }

    /** Returns a copy whose rows are transformed. */
    public ListEndpoint<C> shaped(UnaryOperator<JsonNode> form) {
        return with(endpoint -> endpoint.shape = form);
    }

    /** Returns a copy with fields whose change alone is not a change of the row, such as counters. */
    public ListEndpoint<C> ignoring(String... fields) {
        return ignoring(config -> List.of(fields));
    }

    /** Returns a copy for which the configuration names these fields. */
    public ListEndpoint<C> ignoring(Function<C, ? extends Collection<String>> fields) {
        return with(endpoint -> endpoint.ignored = fields);
    }

    /**
     * Returns a copy for a platform that can be queried whether a single row still exists.
     *
     * @param requestOfKey the request, from the fields of the row's key
     */
    public ListEndpoint<C> single(Function<JsonNode, ApiRequest> requestOfKey) {
        return with(endpoint -> endpoint.single = key -> requestOfKey.apply(key).expecting(Expectation.array()));
    }

    /**
     * Returns a copy for which an empty response to one of several requests may mean a lost permission, and deletes
     * nothing.
     */
    public ListEndpoint<C> distrustingEmptyAnswers() {
        return with(endpoint -> endpoint.distrustsEmptyAnswers = true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<TopicSchema> schema() {
        return Optional.of(schema);
    }

    /** The declared request, or null if a reader of its own reads the list. */
    public ApiRequest request() {
        return request;
    }

    @Override
    public String slice() {
        return SnapshotReader.SLICE;
    }

    @Override
    public OffsetCheck offsets() {
        return (resource, offset, now) -> CursorRules.checkList(resource, offset);
    }

    @Override
    public Resource open(SourceContext<C> context) {
        C options = context.options();
        RequestCounter requests = new RequestCounter(context.client());
        ServerClock clock = context.client().serverClock();
        RowSchema rows = schema.in(options.handling());
        Deletes deletes = Deletes.of(name, options);
        SnapshotReader snapshots = new SnapshotReader(
                feed(new EndpointContext<>(requests, options, clock, context.time())),
                RowKeys.of(rows),
                context.slicesOf(name),
                clock,
                options.zone(),
                deletes);
        return context.resource(name, snapshots, rows, requests, () -> requests.warnings() + deletes.warnings());
    }

    /** The list feed. Makes no request. */
    public ListFeed feed(EndpointContext<C> context) {
        Supplier<List<Answer>> answers = reader.apply(context);
        Collection<String> ignoredFields = ignored.apply(context.config());
        return new ListFeed() {

            @Override
            public List<Answer> answers() {
                return answers.get();
            }

            @Override
            public JsonNode fingerprinted(JsonNode row) {
                return ignoredFields.isEmpty() || !row.isObject()
                        ? row
                        : ((ObjectNode) row.deepCopy()).remove(ignoredFields);
            }

            @Override
            public boolean isStillThere(JsonNode key) {
                return single != null
                        && context.client().list(single.apply(key)).stream().anyMatch(row -> hasKey(row, key));
            }
        };
    }

    private Supplier<List<Answer>> asRequested(EndpointContext<C> context) {
        if (values == null) {
            return () -> Answer.only(rows(request, context, null));
        }
        List<String> asked = values.apply(context.config());
        return () -> {
            List<Answer> answers = new ArrayList<>();
            for (String value : asked) {
                answers.add(new Answer(
                        value, rows(requestFor(value), context, value), distrustsEmptyAnswers && asked.size() > 1));
            }
            return answers;
        };
    }

    private ApiRequest requestFor(String value) {
        return request.path().contains(parameter)
                ? request.at(request.path().replace(parameter, value))
                : request.with(parameter, value);
    }

    private List<JsonNode> rows(ApiRequest first, EndpointContext<C> context, String value) {
        List<JsonNode> rows = pages.rows(first, context.client()::body, body -> rowsOf(body, first));
        List<JsonNode> shaped = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            JsonNode formed = shape.apply(row);
            shaped.add(
                    valueField == null || !formed.isObject()
                            ? formed
                            : ((ObjectNode) formed.deepCopy()).put(valueField, Long.parseLong(value)));
        }
        return shaped;
    }

    private List<JsonNode> rowsOf(JsonNode body, ApiRequest asked) {
        JsonNode found = body;
        for (String field : rowsAt) {
            found = found.path(field);
        }
        if (rowsAt.isEmpty() && found.isObject()) {
            return List.of(found);
        }
        if (!found.isArray()) {
            throw new PlatformException(
                    Category.STOP,
                    name + ": the answer to " + asked + " has no array in " + String.join(".", rowsAt)
                            + ". Nothing was skipped; restart the task to try again.",
                    200,
                    null,
                    null,
                    null);
        }
        List<JsonNode> rows = new ArrayList<>(found.size());
        found.forEach(rows::add);
        return rows;
    }

    private static boolean hasKey(JsonNode row, JsonNode key) {
        return key.properties().stream().allMatch(field -> row.path(field.getKey())
                .asText()
                .equals(field.getValue().asText()));
    }

    private ListEndpoint<C> with(Consumer<ListEndpoint<C>> change) {
        ListEndpoint<C> copy = new ListEndpoint<>(name, request, schema);
        copy.parameter = parameter;
        copy.values = values;
        copy.valueField = valueField;
        copy.pages = pages;
        copy.rowsAt = rowsAt;
        copy.shape = shape;
        copy.ignored = ignored;
        copy.single = single;
        copy.distrustsEmptyAnswers = distrustsEmptyAnswers;
        if (request == null) {
            copy.reader = reader;
        }
        change.accept(copy);
        return copy;
    }
}
