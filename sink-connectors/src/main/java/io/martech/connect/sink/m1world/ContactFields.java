package io.martech.connect.sink.m1world;

import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.operation.RecordSkippedException;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.OwnDays;
import io.martech.connect.sink.record.PlainText;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a contact's fields from a record: documented ones by name, all others as custom fields. Null and blank fields
 * are left out.
 */
final class ContactFields {

    /** Fields that can only be read ("获取联系人列表", "获取联系人详情"), so they never become custom fields. */
    static final List<String> READING_ONLY = List.of(
            "unmapped",
            "id",
            "gender_des",
            "birthday_des",
            "province_des",
            "city_des",
            "createAt",
            "accountId",
            "createTime",
            "updateTime",
            "QRCodeURL",
            "isEmailActive",
            "propertys",
            "groups",
            "sources",
            "tags",
            "opLogs");

    private static final Map<String, Boolean> GENDERS = Map.of("男", true, "male", true, "女", false, "female", false);

    private static final Logger LOG = LoggerFactory.getLogger(ContactFields.class);

    private final PlatformTime time;
    private final RecordText group;
    private final Set<String> toldOf = ConcurrentHashMap.newKeySet();

    /** @param group where a record holds the group; that field is not a field of the contact */
    ContactFields(PlatformTime time, RecordText group) {
        this.time = time;
        this.group = group;
    }

    /** The fields of a record, in order. */
    record Said(Map<ContactField, Object> fields, Map<String, String> properties) {

        boolean isNothing() {
            return fields.isEmpty() && properties.isEmpty();
        }
    }

    /** @throws RecordRejectedException if the value has no fields, or one holds a value that no contact can hold */
    Said of(SinkRecord record) {
        Fields all = Fields.ofValue(record);
        Said said = new Said(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String name : all.names()) {
            if (!group.isFieldOfValue(name)) {
                read(record, name, all, said);
            }
        }
        return said;
    }

    /**
     * @throws RecordSkippedException if there is no field that could be written, not even a null: then a converter may
     *     be wrong
     */
    void requireAnyIn(SinkRecord record) {
        if (Fields.ofValue(record).names().stream()
                .allMatch(name -> READING_ONLY.contains(name) || group.isFieldOfValue(name))) {
            throw new RecordSkippedException("It has no field but those that M1world itself fills.");
        }
    }

    private void read(SinkRecord record, String name, Fields all, Said said) {
        try {
            Optional<SchemaAndValue> value = all.find(name).filter(found -> found.value() != null);
            if (value.isPresent() && READING_ONLY.contains(name)) {
                warnFieldNotWritten(name);
            } else {
                value.map(known -> isBirthday(name) ? OwnDays.read(record, known) : known)
                        .ifPresent(known -> add(name, known, said));
            }
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException(
                    "field " + name, unsuitable.of(name).getMessage());
        }
    }

    // Once for each name: other platforms have fields with these names too, which would be dropped silently.
    private void warnFieldNotWritten(String name) {
        if (toldOf.add(name)) {
            LOG.warn(
                    "Field {} of the records is never written, since M1world itself fills the field of that"
                            + " name. If yours is a different one, rename it with a transformation.",
                    name);
        }
    }

    private void add(String name, SchemaAndValue value, Said said) {
        Optional<ContactField> documented = documented(name, value);
        if (documented.isPresent()) {
            valueOf(documented.get(), value).ifPresent(known -> said.fields().put(documented.get(), known));
        } else if (!isNumberOfPlace(name, value)) {
            textOf(value).ifPresent(text -> said.properties().put(name.strip(), text));
        }
    }

    private static boolean isBirthday(String name) {
        return ContactField.of(name).filter(ContactField.BIRTHDAY::equals).isPresent();
    }

    // In a read contact, province and city are numbers, and their names are in province_zh and city_zh.
    private static Optional<ContactField> documented(String name, SchemaAndValue value) {
        if (value.value() instanceof String && name.equals(ContactField.PROVINCE.nameInEdit())) {
            return Optional.of(ContactField.PROVINCE);
        }
        if (value.value() instanceof String && name.equals(ContactField.CITY.nameInEdit())) {
            return Optional.of(ContactField.CITY);
        }
        return ContactField.of(name.strip());
    }

    private static boolean isNumberOfPlace(String name, SchemaAndValue value) {
        boolean isPlace =
                name.equals(ContactField.PROVINCE.nameInEdit()) || name.equals(ContactField.CITY.nameInEdit());
        return isPlace && value.value() instanceof Number;
    }

    private Optional<Object> valueOf(ContactField field, SchemaAndValue value) {
        return switch (field) {
            case GENDER -> genderOf(value);
            case BIRTHDAY -> Optional.ofNullable(time.dayOf(value));
            default -> textOf(value).map(text -> text);
        };
    }

    private Optional<Object> genderOf(SchemaAndValue value) {
        if (value.value() instanceof Boolean isMale) {
            return Optional.of(isMale);
        }
        if (value.value() instanceof String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            if (GENDERS.containsKey(word)) {
                return Optional.of(GENDERS.get(word));
            }
        }
        throw new UnsuitableValueException("must hold 男, 女, male, female, or true for male and false for female");
    }

    private Optional<String> textOf(SchemaAndValue value) {
        String text = PlainText.of(value, time)
                .orElseThrow(() -> new UnsuitableValueException(
                        "must hold text, a number, a boolean or a time; otherwise leave it out of the record"));
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
