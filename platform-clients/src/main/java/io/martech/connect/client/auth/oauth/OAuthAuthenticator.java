package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.ResponseClassifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Obtains tokens by a refresh token that is replaced on each use. Under the store's lock: reads the stored tokens, since
 * another task or an earlier process may have stored a valid access token; otherwise records that a token call is about
 * to be made, makes it, and stores its result before anybody uses it. Once started, this runs to completion even if the
 * task is stopped.
 */
public final class OAuthAuthenticator implements Authenticator {

    private static final Logger LOG = LoggerFactory.getLogger(OAuthAuthenticator.class);

    private static final int ATTEMPTS_TO_STORE = 30;
    private static final Duration PAUSE_BETWEEN_ATTEMPTS_TO_STORE = Duration.ofSeconds(1);

    private final OAuthPlatform platform;
    private final InitialGrant begin;
    private final TokenStore store;
    private final TimeSource time;
    private final TokenMessages messages;
    private final TokenCall call;
    private final UninterruptibleWork work;

    private volatile String handedOut;
    private volatile String triedInstead;

    /**
     * @param begin the grant to use if the store is empty
     * @param store where the account's tokens are stored
     */
    public OAuthAuthenticator(OAuthPlatform platform, InitialGrant begin, TokenStore store, TimeSource time) {
        this.platform = platform;
        this.begin = begin;
        this.store = store;
        this.time = time;
        this.messages = new TokenMessages(platform, begin, store);
        this.call = new TokenCall(platform);
        this.work = new UninterruptibleWork(platform.name() + "-token");
    }

    /**
     * Verifies, without a call to the platform, that there is a grant or a stored token, and warns of what will fail
     * later.
     *
     * @throws io.martech.connect.client.PlatformException if there is neither
     */
    public void checkBegin() {
        StoredTokens stored = stored();
        if (grantOf(stored) == null && stored.accessToken() == null) {
            throw messages.nothingToBeginWith();
        }
        if (!store.isLasting()) {
            LOG.warn(messages.notLasting());
        } else if (stored.intent() != null) {
            LOG.warn(messages.unfinished(stored.intent()));
        } else if (stored.refreshToken() == null) {
            LOG.info(messages.beginning());
        }
    }

    @Override
    public ApiRequest tokenRequest() {
        return platform.tokenRequest();
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return platform.tokenVerdicts();
    }

    @Override
    public Request withToken(Request request, String token, Instant serverTime) {
        return platform.withToken(request, token);
    }

    @Override
    public TokenAdvice advice() {
        return platform.advice();
    }

    @Override
    public TokenAttempt obtain(TokenEndpoint endpoint) throws InterruptedException {
        TokenStore.Lock lock = lock();
        return work.run(() -> {
            try (lock) {
                StoredTokens stored = stored();
                boolean isAnother =
                        stored.accessToken() != null && !stored.accessToken().equals(handedOut);
                return isAnother && stored.isGoodAt(endpoint.serverClock().now())
                        ? handOut(stored, stored.issued())
                        : renewed(stored, endpoint);
            }
        });
    }

    private TokenAttempt renewed(StoredTokens stored, TokenEndpoint endpoint) throws InterruptedException {
        Grant grant = grantOf(stored);
        if (grant == null) {
            throw messages.nothingToBeginWith();
        }
        TokenAttempt attempt = renewed(stored, grant, endpoint);
        String previous = stored.previousRefreshToken();
        boolean isRefused = attempt.token() == null && messages.isRefusal(attempt.failure());
        if (!isRefused || previous == null || grant.secret().equals(triedInstead)) {
            return attempt;
        }
        triedInstead = grant.secret();
        LOG.warn("{} refused the newest refresh token; trying the previous one", platform.name());
        TokenAttempt second = renewed(stored, Grant.refreshToken(previous), endpoint);
        return second.token() == null ? attempt : second;
    }

    private TokenAttempt renewed(StoredTokens stored, Grant grant, TokenEndpoint endpoint) throws InterruptedException {
        StoredTokens intending = stored.intending(grant, time.now());
        write(intending);
        Classification classification = call.send(grant, endpoint);
        if (classification.isOk()) {
            Instant now = endpoint.serverClock().now();
            StoredTokens renewed = stored.after(grant, platform.read(classification.body(), now));
            store(renewed);
            return handOut(renewed, null);
        }
        if (classification.isFromThePlatform()) {
            // The platform rejected this call, so it replaced nothing; an earlier call may have.
            write(stored);
        }
        return TokenAttempt.failed(
                messages.isRefusal(classification) ? messages.refused(classification, grant, stored) : classification);
    }

    private TokenAttempt handOut(StoredTokens tokens, Instant keptSince) {
        handedOut = tokens.accessToken();
        return TokenAttempt.obtained(new IssuedToken(tokens.accessToken(), tokens.expires(), keptSince));
    }

    private Grant grantOf(StoredTokens stored) {
        return stored.refreshToken() == null ? begin.grant() : Grant.refreshToken(stored.refreshToken());
    }

    private TokenStore.Lock lock() throws InterruptedException {
        try {
            return store.lock();
        } catch (IOException fault) {
            throw messages.unusable(fault);
        }
    }

    private StoredTokens stored() {
        try {
            return store.read();
        } catch (IOException fault) {
            throw messages.unusable(fault);
        }
    }

    private void write(StoredTokens tokens) {
        try {
            store.write(tokens);
        } catch (IOException fault) {
            throw messages.unusable(fault);
        }
    }

    /** These tokens exist nowhere else, so the write is retried even if the disk is full. */
    private void store(StoredTokens tokens) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            try {
                store.write(tokens);
                return;
            } catch (IOException fault) {
                if (attempt == ATTEMPTS_TO_STORE) {
                    throw messages.notStored(fault);
                }
                LOG.error(messages.notStored(fault).getMessage() + " Tried again in a second.");
                time.sleep(PAUSE_BETWEEN_ATTEMPTS_TO_STORE);
            }
        }
    }
}
