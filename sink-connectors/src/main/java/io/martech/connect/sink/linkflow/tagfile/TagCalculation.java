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
 * {@code POST /v1/tags/tagkeys/{tagKey}/calculate} of "发起计算用户标签值任务": turns uploaded files into values. No call tells how a
 * calculation goes on; that it has ended well is taken from {@code lastCalculateTime} in the list of tags, which then is another one
 * and not before the platform's time of the call: an earlier calculation may end just before ours begins. For one thread at a time.
 */
public final class TagCalculation {

    private static final String RUNNING = "B01152";
    private static final String NOT_IN_USE = "B01165";
    private static final Expectation BEGUN =
            Expectation.accepted().rejecting(RUNNING, NOT_IN_USE, TagFileUpload.UNKNOWN_TAG);

    /** Times have a precision of one second: two ends within one would look like one, and an end may look earlier by that much. */
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
     * What was known right before a calculation was asked for.
     *
     * @param lastEnd of an earlier one, as the platform writes it
     * @param notBefore the earliest time that the end of ours can have in the list
     */
    private record Start(Optional<String> lastEnd, Instant notBefore) {}

    /**
     * @param awaitsEnd {@code tags.file.confirmation}: whether to wait until the calculation has ended well, not only until it was begun
     * @param timeout of both together
     * @param platformTime reads times of the list
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
     * @throws PlatformException if the platform does not know the tag (REJECT), or cannot be asked (STOP)
     * @throws LookupFailedException if the list of tags cannot be read
     * @throws ConnectException if the tag is not in use, or the end does not come in time
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

    /** Reads last of all what shows the end: nothing but the request itself stands between. */
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
            // In a form that no document shows: that it is another one must do.
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
