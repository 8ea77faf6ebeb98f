package io.martech.connect.client.http;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.PlatformException.Origin;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.PlatformMessage;

/**
 * Formats the failure of a call for the user: what happened, to which resource, what the platform answered, what can be
 * done.
 */
public final class Failures {

    private static final String NOT_REPEATED = ". It was not retried";

    private final String platform;
    private final boolean ofTokens;

    public Failures(String platform) {
        this(platform, false);
    }

    private Failures(String platform, boolean ofTokens) {
        this.platform = platform;
        this.ofTokens = ofTokens;
    }

    /** Returns a copy for token calls. */
    public Failures ofTokens() {
        return new Failures(platform, true);
    }

    /** The classification itself ends the call. */
    PlatformException of(ApiCall call, CallResult outcome) {
        Category category = outcome.classification().category();
        boolean isNameRefused = category == Category.REJECT && isNamed(call);
        Origin origin = outcome.classification().isFromThePlatform() ? Origin.PLATFORM : originOfUndocumented(outcome);
        return failure(call, outcome, category, isNameRefused ? words(call, outcome) + refusedName(call) : "", origin);
    }

    /** A transient failure of a call that is never retried. */
    PlatformException notRepeated(ApiCall call, CallResult outcome) {
        return failure(call, outcome, outcome.classification().category(), NOT_REPEATED, Origin.OUTAGE);
    }

    /** A transient failure that persisted through all permitted retries. */
    PlatformException exhausted(ApiCall call, CallResult outcome, int retries, RetryPolicy policy) {
        String advice = retries == 0 ? NOT_REPEATED : ". It was retried " + retries + " times" + policy.givenUp();
        return failure(call, outcome, Category.STOP, advice, Origin.OUTAGE);
    }

    /** An undocumented response that persisted through its retries. */
    PlatformException stillUnknown(ApiCall call, CallResult outcome, int retries, RetryPolicy policy) {
        return failure(
                call,
                outcome,
                Category.STOP,
                words(call, outcome) + ". It was retried " + retries + " times: this may be an outage of the"
                        + " platform, or a setting that it does not accept. Nothing was skipped; check "
                        + (isNamed(call) ? call.asked().expectation().namedBy() : "the configuration")
                        + policy.afterCheck(),
                originOfUndocumented(outcome));
    }

    private static boolean isNamed(ApiCall call) {
        return call.asked().expectation().namedBy() != null;
    }

    private static String refusedName(ApiCall call) {
        return ". It does not know, or refuses, the value of "
                + call.asked().expectation().namedBy() + ":" + " correct it, then restart. Nothing was skipped";
    }

    /**
     * The platform's own message about an object that the user named and only read: the request held no personal data.
     */
    private static String words(ApiCall call, CallResult outcome) {
        String said = outcome.classification().platformMessage();
        boolean onlyAsks = isNamed(call) && "GET".equals(call.asked().method());
        return said == null || !onlyAsks ? "" : PlatformMessage.said(said);
    }

    /** One line about an attempt that will be retried. */
    String description(ApiCall call, CallResult outcome) {
        return platform + " " + call.asked().resource() + ": " + call.asked() + " "
                + outcome.classification().reason();
    }

    private static Origin originOfUndocumented(CallResult outcome) {
        boolean isOutage = outcome.status() == 0
                || outcome.status() >= 500
                || outcome.classification().isOutage();
        return isOutage ? Origin.OUTAGE : Origin.UNDOCUMENTED;
    }

    private PlatformException failure(
            ApiCall call, CallResult outcome, Category category, String advice, Origin origin) {
        Classification classification = outcome.classification();
        String words = description(call, outcome) + advice;
        return new PlatformException(
                category,
                words.endsWith(".") ? words : words + ".",
                outcome.status(),
                classification.code(),
                classification.platformMessage(),
                outcome.fault(),
                origin,
                classification.delay(),
                ofTokens);
    }
}
