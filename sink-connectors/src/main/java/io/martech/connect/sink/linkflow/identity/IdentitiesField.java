package io.martech.connect.sink.linkflow.identity;

import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.IdText;
import io.martech.connect.sink.record.IgnoredValues;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code identities.field}: one field that holds a list of objects with {@code id} and {@code type}. */
public final class IdentitiesField implements IdentityMapping {

    private final FieldPath path;
    private final IgnoredValues ignored;

    public IdentitiesField(FieldPath path, IgnoredValues ignored) {
        this.path = path;
        this.ignored = ignored;
    }

    @Override
    public List<Identity> of(SinkRecord record) {
        Set<Identity> identities = new LinkedHashSet<>();
        try {
            SchemaAndValue field = path.read(record);
            if (field.value() != null) {
                Fields.elementsOf(field).orElseThrow(this::rejection).forEach(element -> add(element, identities));
            }
        } catch (UnsuitableValueException unsuitable) {
            throw rejection();
        }
        return List.copyOf(identities);
    }

    @Override
    public String configurationKey() {
        return SharedOptions.IDENTITIES_FIELD;
    }

    private void add(SchemaAndValue element, Set<Identity> identities) {
        Fields fields = Fields.of(element).orElseThrow(this::rejection);
        String id = fields.find("id").map(SchemaAndValue::value).map(IdText::of).orElse(null);
        String type =
                fields.find("type").map(SchemaAndValue::value).map(IdText::of).orElse(null);
        if (ignored.namesNobody(id)) {
            return;
        }
        if (type == null || type.isBlank()) {
            throw rejection();
        }
        identities.add(new Identity(type, id));
    }

    private RecordRejectedException rejection() {
        return new RecordRejectedException(
                configurationKey(),
                "The field " + path + " (" + configurationKey()
                        + ") must hold a list of objects with id and type, both texts.");
    }
}
