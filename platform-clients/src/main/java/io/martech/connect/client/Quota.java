package io.martech.connect.client;

/**
 * Lets a request pass when the account's quota allows it, and none while the platform has asked to wait: that holds for
 * all calls of the account, not only for the one that was told.
 */
final class Quota implements Exchange {

    private final RequestQuota permits;
    private final PlatformPause pause;
    private final Exchange next;

    /** @param permits the account's quota, or null for none */
    Quota(RequestQuota permits, PlatformPause pause, Exchange next) {
        this.permits = permits;
        this.pause = pause;
        this.next = next;
    }

    @Override
    public Outcome send(ApiCall call) throws InterruptedException {
        pause.await();
        if (permits != null) {
            permits.take();
        }
        Outcome outcome = next.send(call);
        if (!outcome.wasSent() && permits != null) {
            permits.giveBack();
        } else if (outcome.wasSent() && outcome.verdict().category() == Category.WAIT) {
            pause.until(outcome.verdict().delay());
        }
        return outcome;
    }
}
