package io.martech.connect.authorize;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.StoredTokens;
import java.time.Duration;

/** The whole authorization, from asking the user for consent to writing the tokens. */
final class Dialogue {

    /** A code can be used once: after two failed retries the user has to decide. */
    private static final RetryPolicy FEW_RETRIES = new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final Terminal terminal;
    private final Authorization authorization;
    private final CodeOptions options;
    private final Target target;

    Dialogue(Terminal terminal, Authorization authorization, CodeOptions options, TargetOptions target) {
        this.terminal = terminal;
        this.authorization = authorization;
        this.options = options;
        this.target = target.target(authorization);
    }

    int run() throws Exception {
        target.prepare();
        String code = options.given() == null ? askedFor() : RedirectAddress.codeIn(options.given());
        StoredTokens tokens = authorization.exchange(
                code, options.redirectUri(), HttpSettings.defaults().withRetry(FEW_RETRIES));
        terminal.out().println(target.write(tokens));
        return 0;
    }

    private String askedFor() throws Exception {
        RedirectAddress redirect = RedirectAddress.of(options.redirectUri());
        try (CodeArrival arrival =
                new CodeArrival(terminal, authorization.consentPage(options.redirectUri()), redirect)) {
            return arrival.await(options.timeout());
        }
    }
}
