package io.martech.connect.client.http;

import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.RequestGate;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.Token;
import io.martech.connect.client.response.ResponseClassifier;
import okhttp3.Request;

/** One call on its way through the interceptors, with the state kept between its attempts. Used by one thread. */
public final class ApiCall {

    private static final long NOT_REFUSED = -1;

    private final ApiRequest asked;
    private final Request unsigned;
    private final ResponseClassifier rules;
    private final RequestGate gate;
    private final AnswerRoom room;
    private boolean overloadIsReported;
    private long newestTokenWhenRefused = NOT_REFUSED;
    private int freshTokensRefused;
    private IssuedToken obtained;

    public ApiCall(ApiRequest asked, Request unsigned, ResponseClassifier rules) {
        this(asked, unsigned, rules, RequestGate.OPEN, AnswerRoom.UNBOUNDED);
    }

    public ApiCall(ApiRequest asked, Request unsigned, ResponseClassifier rules, RequestGate gate, AnswerRoom room) {
        this.asked = asked;
        this.unsigned = unsigned;
        this.rules = rules;
        this.gate = gate;
        this.room = room;
        this.overloadIsReported = gate.isRetry();
    }

    public ApiRequest asked() {
        return asked;
    }

    /** The request without credentials. */
    public Request unsigned() {
        return unsigned;
    }

    /** How its responses are classified. */
    public ResponseClassifier rules() {
        return rules;
    }

    /** The caller's gate, consulted before each attempt. */
    public RequestGate gate() {
        return gate;
    }

    /** How much of the response the caller can hold. */
    AnswerRoom room() {
        return room;
    }

    /**
     * Whether an overload met by this call is the first one of its request: a request that fails repeatedly is reported
     * once.
     */
    boolean isFirstOverload() {
        boolean isFirst = !overloadIsReported;
        overloadIsReported = true;
        return isFirst;
    }

    /**
     * Records that a token was rejected.
     *
     * @param newestToken the generation of the newest token at that moment
     */
    public void wasRefused(Token token, long newestToken) {
        if (isFresh(token)) {
            freshTokensRefused++;
        }
        newestTokenWhenRefused = newestToken;
    }

    /** How many tokens in a row were rejected although they had been issued for this call. */
    public int freshTokensRefused() {
        return freshTokensRefused;
    }

    /** Whether the token was issued after this call's last rejection, so that it is not an outdated one. */
    private boolean isFresh(Token token) {
        return token.isJustIssued()
                && newestTokenWhenRefused != NOT_REFUSED
                && token.generation() > newestTokenWhenRefused;
    }

    /** The token that a token call returned, or null. */
    public IssuedToken obtained() {
        return obtained;
    }

    public void obtained(IssuedToken token) {
        obtained = token;
    }

    public void wasNotRefused() {
        newestTokenWhenRefused = NOT_REFUSED;
        freshTokensRefused = 0;
    }
}
