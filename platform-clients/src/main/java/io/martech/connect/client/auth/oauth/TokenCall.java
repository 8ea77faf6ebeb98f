package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.PlatformMessage;

/**
 * One token call. The platform's message holds no personal data here, so it is shown; it may quote the request, so
 * secrets are removed from it.
 */
final class TokenCall {

    private final OAuthPlatform platform;

    TokenCall(OAuthPlatform platform) {
        this.platform = platform;
    }

    Classification send(Grant grant, TokenEndpoint endpoint) throws InterruptedException {
        Classification classification = endpoint.send(request -> platform.withGrant(request, grant))
                .without(grant.secret())
                .without(platform.appSecret());
        if (classification.isOk() || classification.platformMessage() == null) {
            return classification;
        }
        return classification.turnedInto(
                classification.category(),
                classification.reason() + PlatformMessage.said(classification.platformMessage()));
    }
}
