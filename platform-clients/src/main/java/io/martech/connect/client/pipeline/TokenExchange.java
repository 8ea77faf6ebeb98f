package io.martech.connect.client.pipeline;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.http.ApiCall;
import io.martech.connect.client.http.HttpTransport;
import io.martech.connect.client.http.Interceptor;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import java.util.function.UnaryOperator;
import okhttp3.Request;

/** The end of the chain for token calls: lets the authenticator make one attempt. */
final class TokenExchange implements Interceptor {

    private final Authenticator authenticator;
    private final HttpTransport wire;
    private final ServerClock serverClock;

    TokenExchange(Authenticator authenticator, HttpTransport wire, ServerClock serverClock) {
        this.authenticator = authenticator;
        this.wire = wire;
        this.serverClock = serverClock;
    }

    @Override
    public CallResult send(ApiCall call) throws InterruptedException {
        Attempt attempt = new Attempt(call);
        TokenAttempt result = authenticator.obtain(attempt);
        if (result.token() == null) {
            return attempt.last.withVerdict(result.failure());
        }
        call.obtained(result.token());
        return attempt.last.withVerdict(Classification.ok(null));
    }

    private final class Attempt implements TokenEndpoint {

        private final ApiCall call;
        private CallResult last = CallResult.answered(null, 0);

        private Attempt(ApiCall call) {
            this.call = call;
        }

        @Override
        public Classification send(UnaryOperator<Request> withSecrets) throws InterruptedException {
            last = wire.send(call, withSecrets.apply(call.unsigned()));
            return last.classification();
        }

        @Override
        public ServerClock serverClock() {
            return serverClock;
        }
    }
}
