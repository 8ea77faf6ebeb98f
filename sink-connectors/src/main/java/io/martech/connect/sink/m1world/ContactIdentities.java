package io.martech.connect.sink.m1world;

import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.IdText;
import java.util.ArrayList;
import java.util.List;

/** {@code identity.fields}: when two records are about the same contact. */
final class ContactIdentities {

    private final List<String> names;
    private final String uniqueField;
    private final boolean areRequired;

    /**
     * @param uniqueField the field that every record must have; empty for none
     * @param areRequired {@code behavior.on.missing.identity}: whether a record without any of the fields is rejected
     */
    ContactIdentities(List<String> names, String uniqueField, boolean areRequired) {
        this.names = List.copyOf(names);
        this.uniqueField = uniqueField;
        this.areRequired = areRequired;
    }

    /** One identity. */
    record Identity(String field, String text) {

        /** Equal for texts that differ only in case, which the platform may resolve to one contact. */
        Object conflictKey() {
            return new Identity(field, IdText.folded(text));
        }

        /** Without the text, which is personal data. */
        @Override
        public String toString() {
            return "Identity[" + field + "]";
        }
    }

    /** @throws RecordRejectedException if the unique field is missing, or all fields are and one is required */
    List<Identity> of(ContactFields.Said said) {
        List<Identity> identities = new ArrayList<>();
        if (!uniqueField.isEmpty()) {
            String text = textOf(uniqueField, said);
            if (text == null) {
                throw new RecordRejectedException(
                        M1worldContactsOptions.UNIQUE_FIELD,
                        "Its field " + uniqueField + " is empty, by which M1world matches the contact to change ("
                                + M1worldContactsOptions.UNIQUE_FIELD + ").");
            }
            identities.add(new Identity(uniqueField, text));
        }
        for (String name : names) {
            String text = textOf(name, said);
            if (text != null && !name.equals(uniqueField)) {
                identities.add(new Identity(name, text));
            }
        }
        if (areRequired && identities.isEmpty()) {
            throw new RecordRejectedException(
                    M1worldContactsOptions.IDENTITY_FIELDS,
                    "It has no identity: " + String.join(", ", names) + " are empty ("
                            + M1worldContactsOptions.IDENTITY_FIELDS + ", " + M1worldContactsOptions.ON_MISSING_IDENTITY
                            + ").");
        }
        return identities;
    }

    private static String textOf(String name, ContactFields.Said said) {
        Object documented = ContactField.of(name).map(said.fields()::get).orElse(null);
        return documented == null
                ? said.properties().get(name)
                : documented.toString().strip();
    }
}
