package io.martech.connect.client.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The meaning of one response, or of a missing one.
 *
 * @param category how to handle the failure; null for a success
 * @param code the platform's code, or null if the response held none
 * @param platformMessage the platform's own message, or null; may hold personal data
 * @param reason a predicate that says what was answered and, after a full stop, what the user can do; empty for a
 *     success. Holds no personal data
 * @param delay how long the platform asked to wait; zero if it did not
 * @param retryLimit the maximum number of consecutive retries of this classification
 * @param isOutage whether the response says nothing about the request itself
 * @param body the parsed body of a success, else null
 */
public record Classification(
        Category category,
        String code,
        String platformMessage,
        String reason,
        Duration delay,
        int retryLimit,
        boolean isOutage,
        JsonNode body) {

    /** As a retry limit: that of the retry policy. */
    public static final int AS_THE_POLICY_SAYS = Integer.MAX_VALUE;

    /**
     * Content too large, URI too long, request header fields too large: whichever hop answers so, a smaller request may
     * pass.
     */
    private static final Set<Integer> TOO_LARGE = Set.of(413, 414, 431);

    public Classification {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(delay, "delay");
    }

    /** The documented success. */
    public static Classification ok(JsonNode body) {
        return new Classification(null, null, null, "", Duration.ZERO, AS_THE_POLICY_SAYS, false, body);
    }

    /** A transient failure, retried as the policy says. */
    public static Classification retry(String reason) {
        return of(Category.RETRY, reason);
    }

    /** An undocumented response: retried ten times before it ends the call. */
    public static Classification unknown(String reason) {
        return undocumented(reason, false);
    }

    /** HTTP 200 without JSON, such as a maintenance page, which says nothing about the request. */
    public static Classification page(RawResponse answer) {
        return undocumented(
                "answered HTTP 200 with " + answer.body().length
                        + " bytes that are not JSON: a proxy in front of the platform answered, or the answer was truncated",
                true);
    }

    private static Classification undocumented(String reason, boolean isOutage) {
        return new Classification(
                Category.RETRY,
                null,
                null,
                reason,
                Duration.ZERO,
                RetryPolicy.RETRIES_OF_UNDOCUMENTED_RESPONSES,
                isOutage,
                null);
    }

    /** The platform asked for a pause. */
    public static Classification waitFor(Duration delay, String reason) {
        return of(Category.WAIT, reason).afterWaiting(delay);
    }

    /** Any other failure. */
    public static Classification of(Category category, String reason) {
        return new Classification(category, null, null, reason, Duration.ZERO, AS_THE_POLICY_SAYS, false, null);
    }

    /** Returns a copy with the platform's code and message. */
    public Classification saying(String platformCode, String message) {
        return new Classification(category, platformCode, message, reason, delay, retryLimit, isOutage, body);
    }

    /** Returns a copy that is not retried before this time has passed. */
    public Classification afterWaiting(Duration atLeast) {
        return new Classification(category, code, platformMessage, reason, atLeast, retryLimit, isOutage, body);
    }

    /** Returns a copy with another category and reason. */
    public Classification turnedInto(Category other, String otherReason) {
        return new Classification(other, code, platformMessage, otherReason, delay, retryLimit, isOutage, null);
    }

    /**
     * Returns a copy whose category is REJECT or SPLIT if the endpoint lists the HTTP status as such. The platform's own
     * codes are classified by each platform's rules.
     */
    public Classification unlessListed(int status, Expectation expectation) {
        if (isOk() || category == Category.REJECT || category == Category.SPLIT) {
            return this;
        }
        String listed = Integer.toString(status);
        if (expectation.rejectCodes().contains(listed)) {
            return turnedInto(Category.REJECT, reason);
        }
        if (expectation.splitCodes().contains(listed) || TOO_LARGE.contains(status)) {
            return turnedInto(Category.SPLIT, reason + ": the request is too large");
        }
        return this;
    }

    /**
     * Returns a copy in which the platform's message does not repeat the secret, whether plain or encoded: some platforms
     * quote the parameters of a request.
     */
    public Classification without(String secret) {
        return platformMessage == null || secret == null || secret.isEmpty()
                ? this
                : saying(code, new QuotedSecret(secret).takenOutOf(platformMessage));
    }

    public boolean isOk() {
        return category == null;
    }

    /** Whether the platform said how long to pause: not a failure, and over by then. */
    public boolean isPause() {
        return category == Category.WAIT && !delay.isZero();
    }

    /** Whether the response is undocumented. */
    public boolean isUnknown() {
        return retryLimit != AS_THE_POLICY_SAYS;
    }

    /** Whether the response came from the platform itself rather than from a proxy in front of it. */
    public boolean isFromThePlatform() {
        return isOk() || code != null;
    }

    /** Without body and message, which may hold personal data. */
    @Override
    public String toString() {
        return "Verdict[" + (isOk() ? "OK" : category) + (code == null ? "" : ", code=" + code) + "]";
    }

    /**
     * A secret as it may be quoted: plain, or with any of its characters percent-encoded as in a URL or a form, in either
     * letter case, also encoded twice.
     */
    private static final class QuotedSecret {

        private static final String INSTEAD = "***";

        private final Pattern pattern;

        /** @param secret not empty */
        QuotedSecret(String secret) {
            this.pattern = Pattern.compile(
                    secret.codePoints().mapToObj(QuotedSecret::anyFormOf).collect(Collectors.joining()));
        }

        String takenOutOf(String text) {
            return pattern.matcher(text).replaceAll(INSTEAD);
        }

        private static String anyFormOf(int character) {
            String asItIs = Character.toString(character);
            StringBuilder forms =
                    new StringBuilder("(?:").append(Pattern.quote(asItIs)).append('|');
            for (byte octet : asItIs.getBytes(StandardCharsets.UTF_8)) {
                forms.append(String.format("%%(?:25)*(?i:%02x)", octet));
            }
            return forms.append(character == ' ' ? "|\\+|%(?:25)*2[bB])" : ")").toString();
        }
    }
}
