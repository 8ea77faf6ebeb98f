package io.martech.connect.client;

import java.util.function.UnaryOperator;
import okhttp3.Request;

/** The last link of the chain of token calls: has the authenticator make one attempt. */
final class TokenExchange implements Exchange {

    private final Authenticator authenticator;
    private final Wire wire;
    private final ServerClock serverClock;

    TokenExchange(Authenticator authenticator, Wire wire, ServerClock serverClock) {
        this.authenticator = authenticator;
        this.wire = wire;
        this.serverClock = serverClock;
    }

    @Override
    public Outcome send(ApiCall call) throws InterruptedException {
        Attempt attempt = new Attempt(call);
        TokenAttempt result = authenticator.obtain(attempt);
        if (result.token() == null) {
            return attempt.last.withVerdict(result.failure());
        }
        call.obtained(result.token());
        return attempt.last.withVerdict(Verdict.ok(null));
    }

    private final class Attempt implements TokenEndpoint {

        private final ApiCall call;
        private Outcome last = Outcome.answered(null, 0);

        private Attempt(ApiCall call) {
            this.call = call;
        }

        @Override
        public Verdict send(UnaryOperator<Request> withSecrets) throws InterruptedException {
            last = wire.send(call, withSecrets.apply(call.unsigned()));
            return last.verdict();
        }

        @Override
        public ServerClock serverClock() {
            return serverClock;
        }
    }
}
