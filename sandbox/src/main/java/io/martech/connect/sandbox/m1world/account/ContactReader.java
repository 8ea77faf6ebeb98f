package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what clients say of contacts. Needs the account's lock; notes fields that nobody knows. */
public final class ContactReader {

    private static final String PROPERTIES = "propertys";
    private static final int LARGEST_BATCH = 1_000;
    /** A write in which any text contains this one is refused as a whole and without effect, E10103. */
    private static final String REFUSAL_MARKER = "poison";

    private final Account account;
    private final M1worldQuirks quirks;
    private final Refusals refusals;
    private final ContactValues values;

    public ContactReader(Account account, M1worldQuirks quirks, Refusals refusals) {
        this.account = account;
        this.quirks = quirks;
        this.refusals = refusals;
        this.values = new ContactValues(refusals);
    }

    /** A parameter that is the text of a JSON list which is not empty. */
    public JsonNode list(String name, Optional<String> text) {
        JsonNode list = text.flatMap(JsonText::read).orElseThrow(() -> refusals.parameter(name));
        if (!list.isArray() || list.isEmpty()) {
            throw refusals.parameter(name);
        }
        return list;
    }

    /** A list of contacts or of rows that may be written at once. */
    public JsonNode batch(Optional<String> text) {
        JsonNode batch = list("contacts", text);
        if (batch.size() > LARGEST_BATCH) {
            throw refusals.batch();
        }
        if (text.orElseThrow().contains(REFUSAL_MARKER)) {
            throw refusals.parameter("contacts");
        }
        return batch;
    }

    /** The contacts of {@code /contact/add}. */
    public List<GivenContact> added(JsonNode batch) {
        List<GivenContact> contacts = new ArrayList<>(batch.size());
        for (JsonNode contact : batch) {
            if (!contact.isObject() || contact.isEmpty()) {
                throw refusals.parameter("contacts");
            }
            GivenContact given = GivenContact.blank();
            contact.fields().forEachRemaining(entry -> {
                Optional<OriginField> field = OriginField.ofAdd(entry.getKey());
                if (field.isPresent()) {
                    given.fields().put(entry.getKey(), values.added(field.get(), entry.getValue()));
                } else if (entry.getKey().equals(PROPERTIES)) {
                    entry.getValue().forEach(property -> readProperty(given, property));
                } else {
                    account.ignoredFields.merge(entry.getKey(), 1L, Long::sum);
                }
            });
            contacts.add(given);
        }
        return contacts;
    }

    /** The rows of {@code /contact/edit}. */
    public List<GivenContact> edited(JsonNode batch, JsonNode fields) {
        List<GivenContact> contacts = new ArrayList<>(batch.size());
        for (JsonNode row : batch) {
            if (!row.isArray() || row.size() != fields.size()) {
                throw refusals.parameter("contacts");
            }
            GivenContact given = GivenContact.blank();
            for (int i = 0; i < row.size(); i++) {
                readCell(given, fields.get(i), row.get(i));
            }
            contacts.add(given);
        }
        return contacts;
    }

    /** The fields marked {@code isUniq}, by their names in {@code /contact/add}; one at least. */
    public List<String> uniqueFields(JsonNode fields) {
        List<String> unique = new ArrayList<>();
        for (JsonNode field : fields) {
            if (field.path("isUniq").asBoolean()) {
                unique.add(OriginField.ofEdit(field.path("field").asText())
                        .orElseThrow(() -> refusals.parameter("isUniq"))
                        .key());
            }
        }
        if (unique.isEmpty()) {
            throw refusals.parameter("isUniq");
        }
        return unique;
    }

    private void readCell(GivenContact given, JsonNode field, JsonNode cell) {
        if (cell.isNull()) {
            return;
        }
        String name = field.path("field").asText();
        if (!field.path("isOrigin").asBoolean(true)) {
            readProperty(given, JsonText.object().put("propertyId", name).set("label", cell));
            return;
        }
        OriginField origin = OriginField.ofEdit(name).orElse(null);
        if (origin == null) {
            account.ignoredFields.merge(name, 1L, Long::sum);
        } else {
            given.fields().put(origin.key(), values.edited(origin, cell));
        }
    }

    private void readProperty(GivenContact given, JsonNode property) {
        long id = property.path("propertyId").asLong(-1);
        if (account.properties.containsKey(id)) {
            given.properties().put(id, values.property(property.path("label")));
        } else if (quirks.unknownPropertyRefused.get()) {
            throw refusals.parameter("propertyId");
        } else {
            account.ignoredFields.merge(PROPERTIES, 1L, Long::sum);
        }
    }
}
