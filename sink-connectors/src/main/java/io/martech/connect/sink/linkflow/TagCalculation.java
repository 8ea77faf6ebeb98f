package io.martech.connect.sink.linkflow;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * {@code POST /v1/tags/tagkeys/{tagKey}/calculate} of "发起计算用户标签值任务": turns uploaded files into values. No call tells how a
 * calculation goes on; that it has ended well is taken from {@code lastCalculateTime} in the list of tags, which then is another one.
 * For one thread at a time.
 */
final class TagCalculation {

    private static final String RUNNING = "B01152";
    private static final String NOT_IN_USE = "B01165";
    private static final Expectation BEGUN =
            Expectation.accepted().rejecting(RUNNING, NOT_IN_USE, TagFileUpload.UNKNOWN_TAG);

    /** Times are told to the second: two ends within one would look like one. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final PlatformClient client;
    private final TagList list;
    private final boolean awaitsEnd;
    private final Duration pollInterval;
    private final Duration timeout;
    private final TimeSource time;
    private final Pauses pauses;
    private final Map<String, Long> lastSeenRunning = new HashMap<>();

    /**
     * @param awaitsEnd {@code tags.file.confirmation}: whether to wait until the calculation has ended well, not only until it was begun
     * @param timeout of both together
     */
    TagCalculation(PlatformClient client, boolean awaitsEnd, Duration pollInterval, Duration timeout, TimeSource time) {
        this.client = client;
        this.list = new TagList(client);
        this.awaitsEnd = awaitsEnd;
        this.pollInterval = pollInterval;
        this.timeout = timeout;
        this.time = time;
        this.pauses = new Pauses(time);
    }

    /**
     * Calculates the tag.
     *
     * @throws PlatformException if the platform does not know the tag (REJECT), or cannot be asked (STOP)
     * @throws ConnectException if the tag is not in use, or the end does not come in time
     */
    void run(String tagKey) {
        long deadline = time.nanoTime() + timeout.toNanos();
        Optional<String> before = lastEnd(tagKey);
        awaitNextTick(tagKey);
        while (!begin(tagKey)) {
            lastSeenRunning.put(tagKey, time.nanoTime());
            poll(tagKey, deadline, "another calculation of it goes on all the time (" + RUNNING + ")");
            before = lastEnd(tagKey);
            awaitNextTick(tagKey);
        }
        if (awaitsEnd) {
            while (lastEnd(tagKey).equals(before)) {
                poll(
                        tagKey,
                        deadline,
                        "its lastCalculateTime in the list of tags is still the one from before: the calculation has failed, takes"
                                + " longer, or does not move that time in your account");
            }
            lastSeenRunning.put(tagKey, time.nanoTime());
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
                        "Linkflow does not calculate the tag " + tagKey
                                + ", since it is not in use: put it into use, or leave its field out of "
                                + TagKeys.TAG_FIELDS + ", and restart the task. Nothing was lost. "
                                + refused.getMessage(),
                        refused);
            }
            throw refused;
        }
    }

    private Optional<String> lastEnd(String tagKey) {
        return awaitsEnd ? list.lastCalculateTime(tagKey) : Optional.empty();
    }

    private void awaitNextTick(String tagKey) {
        Long running = lastSeenRunning.get(tagKey);
        long left = running == null ? 0 : TICK.toNanos() - (time.nanoTime() - running);
        if (awaitsEnd && left > 0) {
            pauses.pause(Duration.ofNanos(left), "the next calculation of a tag");
        }
    }

    private void poll(String tagKey, long deadline, String state) {
        if (time.nanoTime() >= deadline) {
            throw new ConnectException("Linkflow has taken the file for the tag " + tagKey
                    + ", but not calculated it within " + timeout.toMillis() + " ms: " + state
                    + ". The task stops; nothing is lost, the file is sent again after a restart. Look at the tag in Linkflow, then"
                    + " restart the task; or raise " + TagFileKeys.CALCULATION_TIMEOUT_MS + "; or set "
                    + TagFileKeys.CONFIRMATION + " to " + TagFileKeys.ACCEPTED + ".");
        }
        pauses.pause(pollInterval, "the calculation of a tag");
    }
}
