package io.martech.connect.client.oauth;

import io.martech.connect.client.PlatformWords;
import io.martech.connect.client.TokenEndpoint;
import io.martech.connect.client.Verdict;

/**
 * One token call. What the platform says to it concerns no person, so its words are told; but they may quote what was
 * sent, so secrets are taken out of them.
 */
final class TokenCall {

    private final OAuthPlatform platform;

    TokenCall(OAuthPlatform platform) {
        this.platform = platform;
    }

    Verdict send(Grant grant, TokenEndpoint endpoint) throws InterruptedException {
        Verdict verdict = endpoint.send(request -> platform.withGrant(request, grant))
                .without(grant.secret())
                .without(platform.appSecret());
        if (verdict.isOk() || verdict.platformMessage() == null) {
            return verdict;
        }
        return verdict.turnedInto(verdict.category(), verdict.reason() + PlatformWords.said(verdict.platformMessage()));
    }
}
