package io.martech.connect.client;

/** One link of the chain: makes one attempt at a call, adding its own part. */
@FunctionalInterface
interface Exchange {
    Outcome send(ApiCall call) throws InterruptedException;
}
