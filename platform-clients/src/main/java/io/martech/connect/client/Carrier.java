package io.martech.connect.client;

import okhttp3.Request;

/** The end of the chain: sends a request that is complete. */
@FunctionalInterface
interface Carrier {

    /** @param request the request of the call with its credentials */
    Outcome send(ApiCall call, Request request) throws InterruptedException;
}
