package io.martech.connect.sink.wukong;

import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.IdText;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.PlainText;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** Converts a record to a lead, and determines its user. */
final class LeadMapping {

    private static final String NAME = "name";

    private final List<PathAndName> fields;
    private final RecordText uid;
    private final NullValues nullValues;
    private final PlatformTime time;

    /** @param fields the path of each field; empty for fields with Wukong's own names */
    LeadMapping(List<PathAndName> fields, RecordText uid, NullValues nullValues, PlatformTime time) {
        this.fields = fields.isEmpty()
                ? PathAndName.parseAll(
                        Lead.FIELDS.stream().map(name -> name + ":" + name).toList())
                : List.copyOf(fields);
        this.uid = uid;
        this.nullValues = nullValues;
        this.time = time;
    }

    /**
     * The message; empty if the record has no value. Leads of one user share a request; leads that share any field
     * other than the name are regarded as one contact, and stay in order.
     */
    Optional<Message<Lead>> of(SinkRecord record) {
        if (nullValues.skip(record)) {
            return Optional.empty();
        }
        Fields.ofValue(record);
        Map<String, String> said = fieldsOf(record);
        if (said.isEmpty()) {
            throw new RecordRejectedException(
                    WukongLeadsOptions.LEAD_FIELDS,
                    "It has no field of a lead: all fields of " + WukongLeadsOptions.LEAD_FIELDS + " are empty.");
        }
        Set<Object> person = new HashSet<>();
        said.forEach((field, text) -> {
            if (!field.equals(NAME)) {
                person.add(Map.entry(field, IdText.folded(text)));
            }
        });
        Lead lead = new Lead(uid.required(record), said);
        return Optional.of(new Message<>(lead.uid(), person, lead));
    }

    private Map<String, String> fieldsOf(SinkRecord record) {
        Map<String, String> said = new LinkedHashMap<>();
        for (PathAndName field : fields) {
            textIn(record, field.path()).ifPresent(text -> said.put(field.name(), text));
        }
        return said;
    }

    private Optional<String> textIn(SinkRecord record, FieldPath path) {
        try {
            return path.find(record)
                    .filter(found -> found.value() != null)
                    .map(found -> PlainText.of(found, time)
                            .orElseThrow(() -> new UnsuitableValueException("must hold text or a number")))
                    .filter(text -> !text.isBlank());
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException(
                    "field " + path, unsuitable.of(path.toString()).getMessage());
        }
    }
}
