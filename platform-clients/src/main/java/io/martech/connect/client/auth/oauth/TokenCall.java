package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.PlatformMessage;

/**
 * One token call. What the platform says to it concerns no person, so its message is shown; but it may quote what was
 * sent, so secrets are taken out of them.
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
