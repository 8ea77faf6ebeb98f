package io.martech.connect.sink.linkflow.dimension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.FieldForm;
import io.martech.connect.sink.linkflow.form.NullFields;
import io.martech.connect.sink.linkflow.request.RequestLimit;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.operation.Outcome;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.IdText;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.Numbers;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * {@code POST /open/dim/{dimensionId}/data} of "维度表数据上传": a list of rows. The order in which the rows of one request
 * are applied is undocumented, and so is whether a row replaces or is merged into an existing one with its key: so no
 * request contains a row twice.
 */
public final class DimensionsOperation implements Operation<DimensionsOperation.Row> {

    /**
     * A row.
     *
     * @param json its columns
     */
    public record Row(ObjectNode json) {

        /** The names of its columns only: their values may be personal data. */
        @Override
        public String toString() {
            return "Row" + json.properties().stream().map(Map.Entry::getKey).toList();
        }
    }

    private static final String NO_TABLE = "B00043";
    private static final String NO_PRIMARY_KEY = "B01201";
    private static final String NO_KEY_COLUMN = "B01205";
    private static final String TOO_MANY = "B01206";
    private static final Expectation UPLOADED = Expectation.accepted()
            .rejecting(NO_TABLE, NO_PRIMARY_KEY, NO_KEY_COLUMN)
            .splitting(TOO_MANY);

    private final String path;
    private final List<String> keyColumns;
    private final DataFields columns;
    private final FieldForm form;
    private final NullFields nullFields;
    private final NullValues nullValues;
    private final RequestLimit limit = new RequestLimit("rows");

    public DimensionsOperation(
            String alias,
            List<String> keyColumns,
            DataFields columns,
            FieldForm form,
            NullFields nullFields,
            NullValues nullValues) {
        this.path = "/open/dim/" + alias + "/data";
        this.keyColumns = List.copyOf(keyColumns);
        this.columns = columns;
        this.form = form;
        this.nullFields = nullFields;
        this.nullValues = nullValues;
    }

    @Override
    public Optional<Message<Row>> map(SinkRecord record) {
        if (nullValues.skip(record)) {
            return Optional.empty();
        }
        ObjectNode row = Json.object();
        try {
            columns.of(record, Set.of()).forEach((column, value) -> add(row, column, value));
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException("column " + unsuitable.field(), unsuitable.getMessage());
        }
        return Optional.of(new Message<>(path, new Object(), Set.of(keyOf(row)), new Row(row)));
    }

    @Override
    public List<Outcome> send(List<Row> rows, PlatformClient client) {
        limit.sendInParts(rows, part -> client.execute(request(part)));
        return Collections.nCopies(rows.size(), Outcome.delivered());
    }

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        return switch (String.valueOf(refusal.code())) {
            case NO_TABLE ->
                Optional.of("Linkflow has no dimension table of that alias: correct " + LinkflowDimensionsOptions.ALIAS
                        + " and restart the task. Nothing was lost. " + refusal.getMessage());
            case NO_PRIMARY_KEY ->
                Optional.of("The dimension table has no primary key, so nothing can be uploaded to it:"
                        + " give it one in Linkflow and restart the task. Nothing was lost. " + refusal.getMessage());
            default -> Optional.empty();
        };
    }

    private ApiRequest request(List<Row> rows) {
        ArrayNode body = Json.array();
        rows.forEach(row -> body.add(row.json()));
        return ApiRequest.post("dimension rows", path, body).expecting(UPLOADED);
    }

    private void add(ObjectNode row, String column, SchemaAndValue value) {
        try {
            JsonNode json = form.of(value);
            if (!json.isNull() || nullFields == NullFields.SEND) {
                row.set(column, json);
            }
        } catch (UnsuitableValueException unsuitable) {
            throw unsuitable.of(column);
        }
    }

    private List<String> keyOf(ObjectNode row) {
        List<String> key = new ArrayList<>();
        for (String column : keyColumns) {
            JsonNode part = row.path(column);
            if (!part.isValueNode() || part.isNull() || part.asText().isBlank()) {
                throw new RecordRejectedException(
                        LinkflowDimensionsOptions.KEY_COLUMNS,
                        "Its column " + column + " is empty, which belongs to the table's key ("
                                + LinkflowDimensionsOptions.KEY_COLUMNS + ").");
            }
            key.add(IdText.folded(part.isNumber() ? Numbers.plainText(part.numberValue()) : part.asText()));
        }
        return key;
    }
}
