package io.martech.connect.client.response;

import io.martech.connect.client.ApiRequest;
import java.time.Instant;

/** Classifies one platform's responses. Implementations check the body before they trust the status. */
public interface ResponseClassifier {

    /**
     * Classifies one response. Never throws: a response that cannot be parsed has a classification too.
     *
     * @param request the request, with what its endpoint documents
     * @param answer the whole response
     * @param serverTime the platform's clock, for dates in headers
     */
    Classification judge(ApiRequest request, RawResponse answer, Instant serverTime);
}
