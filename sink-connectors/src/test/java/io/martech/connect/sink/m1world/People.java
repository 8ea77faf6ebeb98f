package io.martech.connect.sink.m1world;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records of people, each with a note that counts up. */
final class People {

    private People() {}

    static String email(int person) {
        return "person" + person + "@example.com";
    }

    /** So many records, each about a person of its own. */
    static List<SinkRecord> each(int count) {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            records.add(recordAt(offset, person(offset, offset)));
        }
        return records;
    }

    /** So many records about fewer people, by chance. */
    static List<SinkRecord> among(int people, int count, Random random) {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            records.add(recordAt(offset, person(random.nextInt(people), offset)));
        }
        return records;
    }

    static Map<String, Object> person(int person, int note) {
        return map("email", email(person), "fullName", "姓" + person, "notes", "" + note);
    }

    /** The last note of each person. */
    static Map<String, String> lastNotes(List<SinkRecord> records) {
        Map<String, String> notes = new HashMap<>();
        for (SinkRecord record : records) {
            Map<?, ?> value = (Map<?, ?>) record.value();
            notes.put((String) value.get("email"), (String) value.get("notes"));
        }
        return notes;
    }
}
