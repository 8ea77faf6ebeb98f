package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.comparison.M1worldRecords;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** M1world's contacts, lists and e-mail events into topics. What changes are contacts, and what people do with e-mails. */
final class M1worldRows implements Source {

    private static final int CHANGES_PER_NEW_CONTACT = 20;
    private static final int CHANGES_PER_LATE_EVENT = 50;
    private static final int CHANGES_PER_NEW_ENTRY = 1_000;
    private static final Duration LATE = Duration.ofHours(2);
    private static final MailEvent[] EVENTS = MailEvent.values();

    private final SimulatedM1world m1world;

    /** Those that no sink writes. */
    private final List<Long> ownContacts;

    M1worldRows(SimulatedM1world m1world) {
        this.m1world = m1world;
        this.ownContacts = new ArrayList<>(m1world.state().contacts().byId().navigableKeySet());
    }

    @Override
    public String connectorFile() {
        return "m1world-source.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return m1world;
    }

    @Override
    public List<SourceTable> tables() {
        M1worldPlatform platform = m1world.state();
        return List.of(
                table(
                        "contacts",
                        "id",
                        "contact.all",
                        () -> rows(platform.contacts().byId().values())),
                table("groups", "id", "contact.group.all", () -> rows(platform.groups())),
                table("tags", "id", "contact.tag.all", () -> rows(platform.tags())),
                table("properties", "id", "contact.property.all", () -> rows(platform.properties())),
                table("fields", "field", "contact.setting", () -> rows(platform.fields())),
                table("email-tasks", "task_id", "edm.tasks", () -> rows(platform.tasks())),
                table("email-events", "event_id", "edm.task.detail", this::events));
    }

    @Override
    public void change(long number) {
        M1worldPlatform platform = m1world.state();
        if (number % CHANGES_PER_NEW_CONTACT == 0) {
            ownContacts.add(platform.contacts().insert());
        } else if (number % 2 == 0) {
            platform.contacts().update(ownContacts.get((int) (number % ownContacts.size())));
        } else {
            // Now and then one that happened hours ago.
            Duration age = number % CHANGES_PER_LATE_EVENT == 1 ? LATE : Duration.ZERO;
            addEvent(number, Instant.now().minus(age));
        }
        if (number % CHANGES_PER_NEW_ENTRY == 0) {
            platform.addGroup("群组 " + number);
            platform.addTag("标签 " + number);
        }
    }

    private void addEvent(long number, Instant time) {
        List<Long> tasks = m1world.tasks();
        m1world.state()
                .addEvent(
                        tasks.get((int) (number % tasks.size())),
                        EVENTS[(int) (number % EVENTS.length)],
                        "m" + number + "@example.com",
                        time,
                        "");
    }

    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        m1world.tasks()
                .forEach(task ->
                        m1world.state().eventsOf(task).forEach(event -> events.add(M1worldRecords.event(event))));
        return events;
    }

    private static SourceTable table(String resource, String keyField, String requests, Supplier<List<JsonNode>> rows) {
        return new SourceTable(resource, List.of(keyField), requests, rows);
    }

    private static List<JsonNode> rows(Iterable<? extends JsonNode> rows) {
        List<JsonNode> expected = new ArrayList<>();
        rows.forEach(row -> expected.add(M1worldRecords.row(row)));
        return expected;
    }
}
