package io.martech.connect.sink.m1world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a contact in a record.
 *
 * @param subject the merge key: equal for records about the same contact, which may be merged
 * @param group the group to add it to, or null
 * @param fields the documented fields: a text, a Boolean for the gender, a LocalDate for the birthday
 * @param properties the custom fields, by name
 */
record Contact(Object subject, String group, Map<ContactField, Object> fields, Map<String, String> properties)
        implements ContactWrite {

    Contact {
        fields = new LinkedHashMap<>(fields);
        properties = new LinkedHashMap<>(properties);
    }

    /** Returns this contact merged with the fields of a later record. */
    Contact overlaidBy(Contact later) {
        Map<ContactField, Object> allFields = new LinkedHashMap<>(fields);
        Map<String, String> allProperties = new LinkedHashMap<>(properties);
        allFields.putAll(later.fields);
        allProperties.putAll(later.properties);
        return new Contact(subject, group, allFields, allProperties);
    }

    /** The names of its fields, never their values, which are personal data. */
    @Override
    public String toString() {
        return "Contact[fields=" + fields.keySet() + ", properties=" + properties.keySet() + "]";
    }
}
