package io.martech.connect.client.response;

import io.martech.connect.client.ApiRequest;
import java.time.Instant;

/** How one platform's answers are to be understood. Implementations read the body before they trust the status. */
public interface ResponseClassifier {

    /**
     * Judges one answer. Never throws: what cannot be understood is a classification too.
     *
     * @param request what was asked, with what its endpoint documents
     * @param answer what came back, whole
     * @param serverTime the platform's clock, for dates in headers
     */
    Classification judge(ApiRequest request, RawResponse answer, Instant serverTime);
}
