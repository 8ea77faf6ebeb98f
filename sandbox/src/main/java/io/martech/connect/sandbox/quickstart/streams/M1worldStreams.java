package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.adapter.M1worldAdapter;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.StateComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** M1world with contacts and e-mails: its contacts, lists and e-mail events into topics, and a topic of people into its contacts. */
final class M1worldStreams {
    private static final int CONTACTS = 200;
    private static final int TASKS = 3;
    private static final int EVENTS_PER_TASK = 100;
    private static final MailEvent[] EVENTS = MailEvent.values();
    private static final int CHANGES_PER_NEW_CONTACT = 20;
    private static final int CHANGES_PER_LATE_EVENT = 50;
    private static final int CHANGES_PER_NEW_ENTRY = 1_000;
    private static final Duration LATE = Duration.ofHours(2);

    private static final String EMAIL = "email";
    private static final String PHONE = "mobilePhone";
    private static final String GENDER = "gender";
    private static final List<String> TEXTS = List.of(EMAIL, PHONE, "fullName", "companyName", "city_zh");
    private static final int PEOPLE = 250;
    private static final String[] CITIES = {"上海", "杭州", "成都"};
    private static final String[] LEVELS = {"silver", "gold", "platinum"};

    private final M1worldAdapter m1world = M1worldAdapter.start(Clock.systemUTC(), 1);
    private final M1worldPlatform state = m1world.platform();
    private final List<Long> tasks = new ArrayList<>();
    /** Those that no sink writes. */
    private final List<Long> ownContacts;

    private final Platform platform;

    M1worldStreams() {
        state.conditions().latency(Duration.ofMillis(10));
        // A counter is no news, so what topics say of it may be old; the document's example has 0 there.
        state.quirks().membersCounted.set(false);
        ownContacts = new ArrayList<>(state.contacts().insert(CONTACTS));
        state.addGroup("官网访客");
        state.addTag("意向客户");
        // The sink writes values of custom fields that are there.
        state.addProperty("level", 1);
        state.addProperty("points", 1);
        for (int i = 0; i < TASKS; i++) {
            Instant sent = Instant.now().minus(Duration.ofHours(3 + i));
            long task = state.addTask("邮件 " + i, sent.minus(Duration.ofHours(1)), sent);
            for (int j = 0; j < EVENTS_PER_TASK; j++) {
                state.addEvent(task, MailEvent.OPEN, "history" + j + "@example.com", sent.plusSeconds(60L * j), "");
            }
            tasks.add(task);
        }
        platform = new Platform(
                "M1world",
                m1world,
                String.format(Locale.ROOT, "%,d contacts, %,d e-mail events", CONTACTS, TASKS * EVENTS_PER_TASK),
                // Longer times, the model's values, are longer than anybody watches.
                Map.of(
                        "m1world.source.requests.per.hour",
                        "0",
                        "poll.interval.ms",
                        "2000",
                        "contacts.pass.interval.ms",
                        "2000"));
    }

    Platform platform() {
        return platform;
    }

    /** What changes are contacts, and what people do with e-mails. */
    Source source() {
        return new Source("m1world-source.json", platform, m1world.tables(), this::change);
    }

    private void change(long number) {
        if (number % CHANGES_PER_NEW_CONTACT == 0) {
            ownContacts.add(state.contacts().insert());
        } else if (number % 2 == 0) {
            state.contacts().update(ownContacts.get((int) (number % ownContacts.size())));
        } else {
            // Now and then one that happened hours ago.
            Duration age = number % CHANGES_PER_LATE_EVENT == 1 ? LATE : Duration.ZERO;
            state.addEvent(
                    tasks.get((int) (number % tasks.size())),
                    EVENTS[(int) (number % EVENTS.length)],
                    "m" + number + "@example.com",
                    Instant.now().minus(age),
                    "");
        }
        if (number % CHANGES_PER_NEW_ENTRY == 0) {
            state.addGroup("群组 " + number);
            state.addTag("标签 " + number);
        }
    }

    /** What was said last about each person must stand, once. */
    Sink sink() {
        return new Sink(
                "m1world-contacts-sink.json",
                platform,
                "contacts",
                "contact.add",
                List.of(EMAIL, PHONE),
                M1worldStreams::person,
                this::compare);
    }

    private static ObjectNode person(int number) {
        int person = number % PEOPLE;
        return JsonText.object()
                .put(EMAIL, emailOf(person))
                .put(PHONE, String.format(Locale.ROOT, "187%08d", person))
                .put("fullName", "潜客" + person)
                .put(GENDER, person % 2 == 0 ? "female" : "male")
                .put("companyName", "公司" + number % 7)
                .put("city_zh", CITIES[number % CITIES.length])
                .put("level", LEVELS[number % LEVELS.length])
                .put("points", number * 10);
    }

    private Comparison compare(String name, List<TopicRecord> records) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        for (int person = 0; person < PEOPLE; person++) {
            for (JsonNode contact : state.contacts().with(EMAIL, emailOf(person))) {
                JsonNode twin = held.put(emailOf(person), inTheFormOfTheTopic(contact));
                if (twin != null) {
                    held.put("another contact with " + emailOf(person), twin);
                }
            }
        }
        return StateComparison.compare(name, EMAIL, records, held);
    }

    private JsonNode inTheFormOfTheTopic(JsonNode contact) {
        ObjectNode known = JsonText.object();
        TEXTS.forEach(field -> known.set(field, contact.path(field)));
        known.put(GENDER, contact.path(GENDER).asBoolean() ? "male" : "female");
        state.contacts().propertiesOf(contact.get("id").longValue()).forEach(known::put);
        return known;
    }

    private static String emailOf(int person) {
        return "lead" + person + "@example.com";
    }
}
