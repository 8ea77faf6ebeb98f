package io.martech.connect.sandbox.linkflow.tag;

import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.Setting;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Files of tag values and the calculations that turn them into values. The document describes the two calls and nothing of what
 * happens in between, so this is one way in which it may be: a calculation applies the lines of the files that came since the last
 * one, in order, and ignores in silence the lines about people whom nobody knows. Thread-safe.
 */
public final class LinkflowTagFiles {

    private static final String IDENTITY_TYPE = "mobilePhone";

    /** The form that files must have. */
    public final Setting<LinkflowTagFiles, TagFileForm> form = new Setting<>(this, TagFileForm.USUAL);
    /** How long a calculation takes, by the platform's clock. */
    public final Setting<LinkflowTagFiles, Duration> calculationTime = new Setting<>(this, Duration.ZERO);
    /** Whether calculations that begin from now on end in an error, without effect. */
    public final Setting<LinkflowTagFiles, Boolean> calculationsFail = new Setting<>(this, false);
    /** Whether the list of tags tells when a tag was last calculated. */
    public final Setting<LinkflowTagFiles, Boolean> calculationTimesShown = new Setting<>(this, true);
    /** The most bytes of a file, as documented; more are refused with 500 B01163. */
    public final Setting<LinkflowTagFiles, Integer> largest = new Setting<>(this, 100 * 1024 * 1024);

    private record Calculation(Instant end, boolean fails) {}

    private final InstantSource clock;
    private final LinkflowTags tags;
    private final LinkflowQuirks quirks;
    private final Function<Identity, Optional<Long>> contactOf;
    private final List<ReceivedTagFile> received = new ArrayList<>();
    private final Map<String, List<TagFileForm.Line>> waiting = new HashMap<>();
    private final Map<String, Calculation> running = new HashMap<>();
    private final Set<String> disabled = new HashSet<>();
    private long calculations;
    private long ignoredLines;

    public LinkflowTagFiles(
            InstantSource clock,
            LinkflowTags tags,
            LinkflowQuirks quirks,
            Function<Identity, Optional<Long>> contactOf) {
        this.clock = clock;
        this.tags = tags;
        this.quirks = quirks;
        this.contactOf = contactOf;
    }

    /** Takes a tag out of use: it can no longer be calculated (500 B01165). */
    public synchronized void disable(String tagKey) {
        disabled.add(tagKey);
    }

    /** Every file that was taken in, in order. */
    public synchronized List<ReceivedTagFile> received() {
        return List.copyOf(received);
    }

    /** How many calculations were begun. */
    public synchronized long calculations() {
        return calculations;
    }

    /** How many lines had no effect, which was not reported to the clients. */
    public synchronized long ignoredLines() {
        return ignoredLines;
    }

    /** @throws ApiRefusal B01162, B01163, B00010 */
    public synchronized void upload(ReceivedTagFile file) {
        checkExists(file.tagKey());
        if (file.content().length > largest.get()) {
            throw Refusals.of(500, "B01163", "文件大小超过100M");
        }
        List<TagFileForm.Line> lines = form.get().read(file.content());
        if (lines.stream().anyMatch(line -> line.value().equals(quirks.refusalMarker.get()))) {
            throw Refusals.illegalParameter("file");
        }
        List<TagFileForm.Line> ofTag = waiting.computeIfAbsent(file.tagKey(), key -> new ArrayList<>());
        if (file.operate().equals("overwrite")) {
            ofTag.clear();
        }
        ofTag.addAll(lines);
        received.add(file);
    }

    /** The identities of a file, as the platform keys them; nobody if it cannot be read. */
    public synchronized List<String> persons(String tagKey, byte[] content) {
        try {
            return form.get().read(content).stream()
                    .map(line -> identity(tagKey, line).key())
                    .toList();
        } catch (ApiRefusal unreadable) {
            return List.of();
        }
    }

    /** Begins a calculation, as any client can. @throws ApiRefusal B01162, B01165, B01152 while another one is running */
    public synchronized void calculate(String tagKey) {
        endThoseThatAreDue();
        checkExists(tagKey);
        if (disabled.contains(tagKey)) {
            throw Refusals.of(500, "B01165", "标签不是启用状态不可以进行重新计算");
        }
        if (running.containsKey(tagKey)) {
            throw Refusals.of(500, "B01152", "任务计算状态不对,只有FINISH, ERROR, CALC_ERROR允许重新计算");
        }
        calculations++;
        running.put(tagKey, new Calculation(clock.instant().plus(calculationTime.get()), calculationsFail.get()));
        endThoseThatAreDue();
    }

    /** Lets the calculations take effect whose time has come. */
    public synchronized void endThoseThatAreDue() {
        Instant now = clock.instant();
        running.entrySet().removeIf(entry -> {
            boolean isDue = !entry.getValue().end().isAfter(now);
            if (isDue && !entry.getValue().fails()) {
                apply(entry.getKey(), entry.getValue().end());
            }
            return isDue;
        });
    }

    private void apply(String tagKey, Instant end) {
        Optional<Long> tagId = tags.idOf(tagKey);
        if (tagId.isEmpty()) {
            return;
        }
        for (TagFileForm.Line line : waiting.getOrDefault(tagKey, List.of())) {
            Identity person = identity(tagKey, line);
            Optional<Long> contact = contactOf.apply(person);
            if (contact.isEmpty() || !isTaken(person, tagId.get(), line.value(), contact.get())) {
                ignoredLines++;
            }
        }
        waiting.remove(tagKey);
        if (calculationTimesShown.get()) {
            tags.calculated(tagKey, end);
        }
    }

    private boolean isTaken(Identity person, long tagId, String value, long contact) {
        try {
            tags.apply(new TagActions(person, List.of(new TagActions.Action(tagId, "set", value))), contact);
            return true;
        } catch (ApiRefusal ofAnotherDataType) {
            return false;
        }
    }

    private Identity identity(String tagKey, TagFileForm.Line line) {
        return new Identity(tags.identityTypeOf(tagKey).orElse(IDENTITY_TYPE), line.identity());
    }

    private void checkExists(String tagKey) {
        if (tags.idOf(tagKey).isEmpty()) {
            throw Refusals.of(500, "B01162", "tagKey不存在");
        }
    }
}
