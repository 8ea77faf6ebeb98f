package io.martech.connect.sandbox.linkflow.tag;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Setting;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files of the values that everybody has of a tag. The document describes how one is asked for and nothing of the file, so this is
 * one way in which it may be: a heading and a line per person, as things stood when it was asked for. Thread-safe.
 */
public final class LinkflowTagExports {

    public static final String FILES = "/files/tag-exports/";

    private static final long FIRST_ID = 19_723_653_547_885L;

    /** How long an export takes, by the platform's clock. */
    public final Setting<LinkflowTagExports, Duration> exportTime = new Setting<>(this, Duration.ZERO);
    /** Whether exports that begin from now on end in an error. */
    public final Setting<LinkflowTagExports, Boolean> exportsFail = new Setting<>(this, false);
    /** Where files lie instead of at the platform: a base address without a slash at its end; null for there. */
    public final Setting<LinkflowTagExports, String> filesAt = new Setting<>(this, null);
    /** The encoding of files. */
    public final Setting<LinkflowTagExports, Charset> charset = new Setting<>(this, StandardCharsets.UTF_8);

    private record Export(long id, String tagKey, List<String> lines, Instant begun, Duration time, boolean fails) {}

    private final InstantSource clock;
    private final LinkflowTags tags;
    private final NavigableMap<Long, Export> exports = new TreeMap<>();
    private long nextId = FIRST_ID;

    public LinkflowTagExports(InstantSource clock, LinkflowTags tags) {
        this.clock = clock;
        this.tags = tags;
    }

    /** Forgets all exports, their files too. */
    public synchronized void forget() {
        exports.clear();
    }

    /** How many exports were begun, those that are forgotten too. */
    public synchronized long begun() {
        return nextId - FIRST_ID;
    }

    /** The lines of every export that has neither failed nor been forgotten, by its id, finished or not. */
    public synchronized NavigableMap<Long, List<String>> lines() {
        NavigableMap<Long, List<String>> lines = new TreeMap<>();
        exports.values().stream()
                .filter(export -> !export.fails())
                .forEach(export -> lines.put(export.id(), export.lines()));
        return lines;
    }

    /** @throws ApiRefusal B01162 */
    public synchronized JsonNode begin(String tagKey) {
        if (tags.idOf(tagKey).isEmpty()) {
            throw Refusals.of(500, "B01162", "tagKey不存在");
        }
        long id = nextId++;
        exports.put(id, new Export(id, tagKey, linesOf(tagKey), clock.instant(), exportTime.get(), exportsFail.get()));
        return JsonText.object().put("tagKey", tagKey).put("taskId", id).put("status", "INITIAL");
    }

    private List<String> linesOf(String tagKey) {
        List<String> lines = new ArrayList<>();
        lines.add("联系人," + tagKey);
        for (Map.Entry<Long, Map<String, String>> contact :
                tags.valuesByContact().entrySet()) {
            String value = contact.getValue().get(tagKey);
            if (value != null) {
                lines.add(contact.getKey() + "," + value);
            }
        }
        return List.copyOf(lines);
    }

    /** @param host where the platform itself was asked */
    public synchronized Optional<JsonNode> look(long id, String host) {
        return Optional.ofNullable(exports.get(id)).map(export -> {
            String status = statusOf(export);
            boolean isFinished = status.equals("FINISH");
            String base = filesAt.get() == null ? "http://" + host : filesAt.get();
            return JsonText.object()
                    .put("taskId", id)
                    .put("status", status)
                    .put("errorMsg", status.equals("ERROR") ? "导出失败" : "")
                    .put("fileUrl", isFinished ? base + FILES + id + ".csv?Signature=top-secret-" + id : "");
        });
    }

    private String statusOf(Export export) {
        Instant now = clock.instant();
        if (!export.begun().plus(export.time()).isAfter(now)) {
            return export.fails() ? "ERROR" : "FINISH";
        }
        boolean isHalfWay = !export.begun().plus(export.time().dividedBy(2)).isAfter(now);
        return isHalfWay ? "RUNNING" : "INITIAL";
    }

    /** The whole file, wherever it lies. */
    public synchronized Optional<byte[]> file(long id) {
        return Optional.ofNullable(exports.get(id))
                .filter(export -> statusOf(export).equals("FINISH"))
                .map(export -> String.join("\r\n", export.lines()).getBytes(charset.get()));
    }

    /** The tag of an export. */
    public synchronized String tagKeyOf(long id) {
        return exports.get(id).tagKey();
    }
}
