package io.martech.connect.client;

/**
 * Lets a request pass when the account's quota allows it, and none while the platform has asked to wait: that holds for
 * all calls of the account, not only for the one that was told.
 */
final class Quota implements Exchange {

    private final RequestQuota permits;
    private final PlatformPause pause;
    private final Failures failures;
    private final Exchange next;

    /** @param permits the account's quota, or null for none */
    Quota(RequestQuota permits, PlatformPause pause, Failures failures, Exchange next) {
        this.permits = permits;
        this.pause = pause;
        this.failures = failures;
        this.next = next;
    }

    @Override
    public Outcome send(ApiCall call) throws InterruptedException {
        pause.await();
        if (permits != null) {
            permits.take();
        }
        Outcome outcome = next.send(call);
        if (!outcome.tookARequest()) {
            giveBack();
        } else if (outcome.verdict().isOk()) {
            pause.ended();
        } else if (outcome.verdict().isPause()) {
            pause.askedFor(outcome.verdict().delay(), failures.description(call, outcome));
        }
        return outcome;
    }

    private void giveBack() {
        if (permits != null) {
            permits.giveBack();
        }
    }
}
