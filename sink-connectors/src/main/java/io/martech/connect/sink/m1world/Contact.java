package io.martech.connect.sink.m1world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a record says of a contact.
 *
 * @param subject equal for records that speak of the same person, and may be folded
 * @param group the group that it joins, or null
 * @param fields what it says of documented fields: a text, a Boolean for the gender, a LocalDate for the birthday
 * @param properties what it says of custom fields, by their names
 */
record Contact(Object subject, String group, Map<ContactField, Object> fields, Map<String, String> properties)
        implements ContactWrite {

    Contact {
        fields = new LinkedHashMap<>(fields);
        properties = new LinkedHashMap<>(properties);
    }

    /** This one with what a later record says laid over it. */
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
