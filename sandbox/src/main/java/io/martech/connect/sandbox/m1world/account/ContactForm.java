package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;

/** Shows contacts as the document does. A single space is an empty text. Needs the account's lock. */
public final class ContactForm {

    private static final String EMPTY = " ";
    private static final String ACCOUNT_ID = "2627";

    private final Account account;

    public ContactForm(Account account) {
        this.account = account;
    }

    /** As in the list. */
    public ObjectNode listed(Contact contact) {
        ObjectNode row = JsonText.object();
        row.put("id", contact.id());
        for (OriginField field : OriginField.values()) {
            switch (field) {
                case GENDER -> writeGender(row, contact.fields().get(field.key()));
                case BIRTHDAY -> writeBirthday(row, contact.fields().get(field.key()));
                case PROVINCE -> writePlace(row, "province", contact.text(field.key()));
                case CITY -> writePlace(row, "city", contact.text(field.key()));
                default -> row.put(field.key(), orEmpty(contact.text(field.key())));
            }
        }
        row.put("createAt", 0);
        row.put("accountId", ACCOUNT_ID);
        row.put("createTime", contact.created());
        row.put("updateTime", contact.updated());
        row.put("QRCodeURL", EMPTY);
        row.put("isEmailActive", contact.text("email") != null);
        writeProperties(row.putArray("propertys"), contact);
        writeGroups(row.putArray("groups"), contact);
        row.putArray("sources").addObject().put("id", 0).put("sourceId", 299).put("name", "API导入");
        row.putArray("tags");
        return row;
    }

    /** As in the detail call, with the quirks towards e-mails. */
    public ObjectNode detailed(Contact contact) {
        ObjectNode answer = JsonText.object();
        ObjectNode detail = listed(contact);
        detail.putArray("opLogs");
        answer.set("detail", detail);
        ObjectNode mailing = answer.putObject("edm");
        mailing.put("isEmailActive", contact.text("email") != null);
        ArrayNode quirks = mailing.putArray("edmBehavior");
        account.campaigns.eventsOf(contact.text("email")).forEach(quirks::add);
        return answer;
    }

    private static void writeGender(ObjectNode row, JsonNode gender) {
        if (gender != null) {
            row.set("gender", gender);
        }
        row.put("gender_des", gender == null ? EMPTY : gender.booleanValue() ? "男" : "女");
    }

    private static void writeBirthday(ObjectNode row, JsonNode birthday) {
        if (birthday == null) {
            row.put("birthday_des", EMPTY);
            return;
        }
        row.set("birthday", birthday);
        row.put(
                "birthday_des",
                Instant.ofEpochMilli(birthday.longValue())
                        .atOffset(ContactValues.ZONE)
                        .toLocalDate()
                        .toString());
    }

    private static void writePlace(ObjectNode row, String name, String place) {
        row.put(name, 0);
        row.put(name + "_des", orEmpty(place));
        row.put(name + "_zh", orEmpty(place));
    }

    private static void writeProperties(ArrayNode properties, Contact contact) {
        new TreeMap<>(contact.properties()).forEach((id, value) -> properties
                .addObject()
                .put("id", 0)
                .put("propertyId", id)
                .put("contactId", 0)
                .put("label", value)
                .put("createTime", 0)
                .put("updateTime", 0));
    }

    private void writeGroups(ArrayNode groups, Contact contact) {
        new TreeSet<>(contact.groups()).forEach(id -> groups.addObject()
                .put("id", 0)
                .put("groupId", id)
                .put("groupName", account.groups.nameOf(id))
                .put("contactId", 0)
                .put("createTime", 0));
    }

    private static String orEmpty(String text) {
        return text == null ? EMPTY : text;
    }
}
