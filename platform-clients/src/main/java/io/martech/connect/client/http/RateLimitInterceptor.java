package io.martech.connect.client.http;

import io.martech.connect.client.response.CallResult;

/**
 * Lets a request pass when the account's rate limit permits it, and none while the platform has asked for a pause: a
 * pause applies to all calls of the account, not only to the one that was rejected.
 */
public final class RateLimitInterceptor implements Interceptor {

    private final RateLimiter permits;
    private final RateLimitPause pause;
    private final Failures failures;
    private final Interceptor next;

    /** @param permits the account's quota, or null for none */
    public RateLimitInterceptor(RateLimiter permits, RateLimitPause pause, Failures failures, Interceptor next) {
        this.permits = permits;
        this.pause = pause;
        this.failures = failures;
        this.next = next;
    }

    @Override
    public CallResult send(ApiCall call) throws InterruptedException {
        pause.await();
        if (permits != null) {
            permits.take();
        }
        CallResult outcome = next.send(call);
        if (!outcome.tookARequest()) {
            giveBack();
        } else if (outcome.classification().isOk()) {
            pause.ended();
        } else if (outcome.classification().isPause()) {
            pause.askedFor(outcome.classification().delay(), failures.description(call, outcome));
        }
        return outcome;
    }

    private void giveBack() {
        if (permits != null) {
            permits.giveBack();
        }
    }
}
