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
 * What one attempt means.
 *
 * @param category what can be done about it; null if it is a success
 * @param code the platform's code, or null if the answer held none
 * @param platformMessage the platform's own words, or null; may hold personal data
 * @param reason a half sentence that says what was answered and, after a full stop, what the user can do; empty for a
 *     success. Holds no personal datum
 * @param delay how long the platform asked to wait; zero if it did not
 * @param retryLimit how often this very finding is repeated at most before it stops the call
 * @param isOutage whether it says nothing about the request, whatever was asked
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

    /** As a retry limit: as the retry policy says. */
    public static final int AS_THE_POLICY_SAYS = Integer.MAX_VALUE;

    /** Content too large, URI too long, request header fields too large: whoever answers so, a smaller request may pass. */
    private static final Set<Integer> TOO_LARGE = Set.of(413, 414, 431);

    public Classification {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(delay, "delay");
    }

    /** The documented success. */
    public static Classification ok(JsonNode body) {
        return new Classification(null, null, null, "", Duration.ZERO, AS_THE_POLICY_SAYS, false, body);
    }

    /** A passing fault, repeated as the policy says. */
    public static Classification retry(String reason) {
        return of(Category.RETRY, reason);
    }

    /** Something undocumented: repeated ten times, then it stops the call. */
    public static Classification unknown(String reason) {
        return undocumented(reason, false);
    }

    /** HTTP 200 without JSON: a maintenance page, for example, which says nothing about the request. */
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

    /** The platform asked to wait. */
    public static Classification waitFor(Duration delay, String reason) {
        return of(Category.WAIT, reason).afterWaiting(delay);
    }

    /** Anything else. */
    public static Classification of(Category category, String reason) {
        return new Classification(category, null, null, reason, Duration.ZERO, AS_THE_POLICY_SAYS, false, null);
    }

    /** The same with what the platform said. */
    public Classification saying(String platformCode, String message) {
        return new Classification(category, platformCode, message, reason, delay, retryLimit, isOutage, body);
    }

    /** The same, but not before that time has passed. */
    public Classification afterWaiting(Duration atLeast) {
        return new Classification(category, code, platformMessage, reason, atLeast, retryLimit, isOutage, body);
    }

    /** The same finding with another consequence and reason. */
    public Classification turnedInto(Category other, String otherReason) {
        return new Classification(other, code, platformMessage, otherReason, delay, retryLimit, isOutage, null);
    }

    /**
     * The same, unless the endpoint's codes name the HTTP status: then it rejects the record, or asks for a smaller request. The
     * platform's own code is judged by each platform's rules.
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
     * The same, where the platform's words do not repeat the secret, be it as it is or encoded: some platforms quote the
     * parameters of a request.
     */
    public Classification without(String secret) {
        return platformMessage == null || secret == null || secret.isEmpty()
                ? this
                : saying(code, new QuotedSecret(secret).takenOutOf(platformMessage));
    }

    public boolean isOk() {
        return category == null;
    }

    /** Whether the platform said for how long it wants to be left alone: no fault, and over by then. */
    public boolean isPause() {
        return category == Category.WAIT && !delay.isZero();
    }

    /** Whether its meaning is undocumented. */
    public boolean isUnknown() {
        return retryLimit != AS_THE_POLICY_SAYS;
    }

    /** Whether the platform itself spoke, rather than something in front of it. */
    public boolean isFromThePlatform() {
        return isOk() || code != null;
    }

    /** Without body and message, which may hold personal data. */
    @Override
    public String toString() {
        return "Verdict[" + (isOk() ? "OK" : category) + (code == null ? "" : ", code=" + code) + "]";
    }

    /**
     * A secret as somebody else may quote it: as it is, or with any of its characters escaped as in an address or a form, in
     * either case of letters, also escaped twice.
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
