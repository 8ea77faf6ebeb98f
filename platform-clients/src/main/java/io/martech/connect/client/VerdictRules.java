package io.martech.connect.client;

import java.time.Instant;

/** How one platform's answers are to be understood. Implementations read the body before they trust the status. */
public interface VerdictRules {

    /**
     * Judges one answer. Never throws: what cannot be understood is a verdict too.
     *
     * @param request what was asked, with what its endpoint documents
     * @param answer what came back, whole
     * @param serverTime the platform's clock, for dates in headers
     */
    Verdict judge(ApiRequest request, RawAnswer answer, Instant serverTime);
}
