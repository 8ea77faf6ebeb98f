package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** E-mail tasks and what became of their e-mails. Not thread-safe. */
public final class Campaigns {

    private static final long FIRST_TASK = 2956;
    private static final String THUMBNAIL = "http://img.example.com/thumbnail";
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.S");

    private final NavigableMap<Long, Task> tasks = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();

    /** Times are epoch milliseconds. */
    private record Task(long id, long created, long sent, String subject) {}

    private record Event(Task task, MailEvent kind, String email, Instant time, String url) {}

    public long addTask(String subject, Instant created, Instant sent) {
        long id = FIRST_TASK + tasks.size();
        tasks.put(id, new Task(id, created.toEpochMilli(), sent.toEpochMilli(), subject));
        return id;
    }

    public void addEvent(long taskId, MailEvent kind, String email, Instant time, String url) {
        Task task = tasks.get(taskId);
        if (task == null) {
            throw new IllegalArgumentException("There is no task " + taskId);
        }
        events.add(new Event(task, kind, email, time, url));
    }

    /** Tasks whose time, of creation or of sending, a condition holds for, the newest first. */
    public List<ObjectNode> tasks(boolean bySendTime, LongPredicate isAskedFor) {
        return tasks.descendingMap().values().stream()
                .filter(task -> isAskedFor.test(bySendTime ? task.sent() : task.created()))
                .map(Campaigns::render)
                .toList();
    }

    public boolean hasTask(long id) {
        return tasks.containsKey(id);
    }

    /** Events of a task whose time a condition holds for, the newest first. */
    public List<ObjectNode> events(long taskId, long type, LongPredicate isAskedFor) {
        return render(events.stream()
                .filter(event -> event.task().id() == taskId && event.kind().isOfType(type))
                .filter(event -> isAskedFor.test(event.time().toEpochMilli())));
    }

    /** Everything that an address did. */
    List<ObjectNode> eventsOf(String email) {
        return render(events.stream().filter(event -> event.email().equals(email)));
    }

    private static List<ObjectNode> render(Stream<Event> events) {
        return events.sorted(Comparator.comparing(Event::time).reversed())
                .map(Campaigns::render)
                .toList();
    }

    private static ObjectNode render(Task task) {
        ObjectNode row = JsonText.object();
        row.put("task_id", task.id());
        row.put("createtime", task.created());
        row.put("sendtime", task.sent());
        row.put("subject", task.subject());
        row.put("thumbnail", THUMBNAIL);
        row.put("status", 4);
        return row;
    }

    private static ObjectNode render(Event event) {
        ObjectNode row = JsonText.object();
        row.put("task_id", event.task().id());
        row.put("subject", event.task().subject());
        row.put("thumbnail", THUMBNAIL);
        row.put("sendtime", event.task().sent());
        row.put("dmdtype", event.kind().text());
        row.put("email", event.email());
        row.put("eventdate", LOCAL_TIME.format(event.time().atOffset(ContactValues.ZONE)));
        row.put("clickname", "");
        row.put("clickurl", event.url());
        row.put("ip", "203.0.113.10");
        row.put("country", "中国");
        row.put("province", "上海");
        row.put("city", "上海");
        row.put("software", "Windows 7");
        row.put("clientOs", "Google Chrome");
        row.put("mailing_id", "24788");
        return row;
    }
}
