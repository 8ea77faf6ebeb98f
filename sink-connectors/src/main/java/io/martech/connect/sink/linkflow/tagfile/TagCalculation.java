package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.linkflow.tag.TagList;
import io.martech.connect.sink.linkflow.tag.TagOptions;
import io.martech.connect.sink.lookup.LookupFailedException;
import io.martech.connect.sink.lookup.Pauses;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * {@code POST /v1/tags/tagkeys/{tagKey}/calculate} of "发起计算用户标签值任务": applies uploaded files as values. No endpoint
 * reports the progress of a calculation; it has succeeded when {@code lastCalculateTime} in the list of tags has
 * changed and is not before the platform's time of the call, since an earlier calculation may end just before this one
 * starts. Used by one thread at a time.
 */
public final class TagCalculation {

    private static final String RUNNING = "B01152";
    private static final String NOT_IN_USE = "B01165";
    private static final Expectation BEGUN =
            Expectation.accepted().rejecting(RUNNING, NOT_IN_USE, TagFileUpload.UNKNOWN_TAG);

    /**
     * Times have a precision of one second: two ends within a second are equal, and an end may appear earlier by that
     * much.
     */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final PlatformClient client;
    private final TagList list;
    private final boolean awaitsEnd;
    private final Duration pollInterval;
    private final Duration timeout;
    private final PlatformTime platformTime;
    private final TimeSource time;
    private final Pauses pauses;
    private final Map<String, Long> lastSeenRunning = new HashMap<>();

    /**
     * The state right before a calculation was requested.
     *
     * @param lastEnd the end of an earlier one, in the platform's format
     * @param notBefore the earliest end of this calculation that the list can show
     */
    private record Start(Optional<String> lastEnd, Instant notBefore) {}

    /**
     * @param awaitsEnd {@code tags.file.confirmation}: whether to wait until the calculation has succeeded, not only
     *     until it has started
     * @param timeout the limit for both together
     * @param platformTime parses times of the list
     */
    public TagCalculation(
            PlatformClient client,
            boolean awaitsEnd,
            Duration pollInterval,
            Duration timeout,
            PlatformTime platformTime,
            TimeSource time) {
        this.client = client;
        this.list = new TagList(client);
        this.awaitsEnd = awaitsEnd;
        this.pollInterval = pollInterval;
        this.timeout = timeout;
        this.platformTime = platformTime;
        this.time = time;
        this.pauses = new Pauses(time);
    }

    /**
     * Calculates the tag.
     *
     * @throws PlatformException if the platform does not know the tag (REJECT), or cannot be reached (STOP)
     * @throws LookupFailedException if the list of tags cannot be read
     * @throws ConnectException if the tag is not in use, or the calculation does not end in time
     */
    void run(String tagKey) {
        long deadline = time.nanoTime() + timeout.toNanos();
        Start start = prepare(tagKey);
        while (!begin(tagKey)) {
            lastSeenRunning.put(tagKey, time.nanoTime());
            poll(tagKey, deadline, "another calculation of it is still running (" + RUNNING + ")");
            start = prepare(tagKey);
        }
        if (awaitsEnd) {
            while (!hasEnded(start, lastEnd(tagKey))) {
                poll(
                        tagKey,
                        deadline,
                        "its lastCalculateTime in the list of tags has not changed since then: the calculation has"
                                + " failed, takes longer, does not update that time in your account, or "
                                + LinkflowAccountOptions.TIME_ZONE + " is not the zone of that time");
            }
            lastSeenRunning.put(tagKey, time.nanoTime());
        }
    }

    /** Reads the evidence of the end last: only the request itself follows. */
    private Start prepare(String tagKey) {
        if (!awaitsEnd) {
            return new Start(Optional.empty(), Instant.MIN);
        }
        awaitNextTick(tagKey);
        Optional<String> lastEnd = lastEnd(tagKey);
        return new Start(lastEnd, client.serverClock().now().minus(TICK));
    }

    private Optional<String> lastEnd(String tagKey) {
        try {
            return list.lastCalculateTime(tagKey);
        } catch (PlatformException failed) {
            throw new LookupFailedException(failed);
        }
    }

    private boolean hasEnded(Start start, Optional<String> end) {
        return !end.equals(start.lastEnd())
                && end.flatMap(this::instantOf)
                        .map(instant -> !instant.isBefore(start.notBefore()))
                        .orElse(true);
    }

    private Optional<Instant> instantOf(String text) {
        try {
            return Optional.ofNullable(platformTime.instantOf(new SchemaAndValue(null, text)));
        } catch (UnsuitableValueException written) {
            // In an undocumented form: any change is taken for the end.
            return Optional.empty();
        }
    }

    private boolean begin(String tagKey) {
        try {
            client.execute(ApiRequest.post("tag calculation", "/v1/tags/tagkeys/" + tagKey + "/calculate", null)
                    .expecting(BEGUN));
            return true;
        } catch (PlatformException refused) {
            if (RUNNING.equals(refused.code())) {
                return false;
            }
            if (NOT_IN_USE.equals(refused.code())) {
                throw new ConnectException(
                        "Linkflow does not calculate the tag " + tagKey + ", since it is disabled: enable it, or"
                                + " remove its field from " + TagOptions.TAG_FIELDS
                                + ", and restart the task. Nothing was lost. "
                                + refused.getMessage(),
                        refused);
            }
            throw refused;
        }
    }

    private void awaitNextTick(String tagKey) {
        Long running = lastSeenRunning.get(tagKey);
        long left = running == null ? 0 : TICK.toNanos() - (time.nanoTime() - running);
        if (left > 0) {
            pauses.pause(Duration.ofNanos(left), "the next calculation of a tag");
        }
    }

    private void poll(String tagKey, long deadline, String state) {
        if (time.nanoTime() >= deadline) {
            throw new ConnectException("Linkflow has accepted the file for the tag " + tagKey
                    + ", but not calculated it within "
                    + timeout.toMillis() + " ms: " + state + ". The task fails; nothing is lost, the file is sent"
                    + " again after a restart. Check the tag in Linkflow, then restart the task; or raise "
                    + TagFileOptions.CALCULATION_TIMEOUT_MS + "; or set " + TagFileOptions.CONFIRMATION + " to "
                    + TagFileOptions.ACCEPTED + ".");
        }
        pauses.pause(pollInterval, "the calculation of a tag");
    }
}
