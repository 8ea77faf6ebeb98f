package io.martech.connect.schema.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Whether a reader with the new schema understands what was written with an old one, as a registry set to BACKWARD_TRANSITIVE
 * asks; and beyond that, whether fields still mean the same: Avro itself does not mind when money moves its point.
 */
final class BackwardCompatibility {

    private BackwardCompatibility() {}

    /** What is wrong, in words; empty if nothing is. */
    static List<String> faults(Schema current, Schema released) {
        List<String> faults = new ArrayList<>();
        SchemaCompatibility.checkReaderWriterCompatibility(current, released)
                .getResult()
                .getIncompatibilities()
                .forEach(fault -> faults.add(fault.getLocation() + ": " + fault.getType() + " " + fault.getMessage()));
        compareMeaning(current.getName(), current, released, faults);
        return faults;
    }

    private static void compareMeaning(String path, Schema current, Schema released, List<String> faults) {
        Schema now = withoutNull(current);
        Schema then = withoutNull(released);
        if (!Objects.equals(now.getLogicalType(), then.getLogicalType())
                || !Objects.equals(now.getProp("connect.name"), then.getProp("connect.name"))) {
            faults.add(path + ": meant " + meaning(then) + ", means " + meaning(now));
        }
        if (now.getType() == Schema.Type.RECORD && then.getType() == Schema.Type.RECORD) {
            for (Schema.Field field : now.getFields()) {
                Schema.Field before = then.getField(field.name());
                if (before != null) {
                    compareMeaning(path + "." + field.name(), field.schema(), before.schema(), faults);
                }
            }
        }
        if (now.getType() == Schema.Type.ARRAY && then.getType() == Schema.Type.ARRAY) {
            compareMeaning(path + "[]", now.getElementType(), then.getElementType(), faults);
        }
    }

    private static String meaning(Schema schema) {
        return schema.getType() + " " + schema.getProp("connect.name") + " " + schema.getObjectProps();
    }

    private static Schema withoutNull(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElse(schema);
    }
}
