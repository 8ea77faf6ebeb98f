package io.martech.connect.sink.linkflow.identity;

import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.IdText;
import io.martech.connect.sink.record.IgnoredValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code identity.fields}: each configured field holds an identity of a given type. */
public final class IdentityFields implements IdentityMapping {

    private final List<PathAndName> fields;
    private final IgnoredValues ignored;

    /** @param fields the path of each identity, and its type */
    public IdentityFields(List<PathAndName> fields, IgnoredValues ignored) {
        this.fields = List.copyOf(fields);
        this.ignored = ignored;
    }

    @Override
    public List<Identity> of(SinkRecord record) {
        Set<Identity> identities = new LinkedHashSet<>();
        for (PathAndName field : fields) {
            String id = idIn(record, field.path());
            if (!ignored.namesNobody(id)) {
                identities.add(new Identity(field.name(), id));
            }
        }
        return List.copyOf(identities);
    }

    @Override
    public String configurationKey() {
        return SharedOptions.IDENTITY_FIELDS;
    }

    private String idIn(SinkRecord record, FieldPath path) {
        try {
            return IdText.of(path.read(record).value());
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException(
                    configurationKey(),
                    unsuitable.of(path.toString()).getMessage() + " It is one of " + configurationKey() + ".");
        }
    }
}
