package io.martech.connect.client.http;

import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.RequestGate;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.Token;
import io.martech.connect.client.response.ResponseClassifier;
import okhttp3.Request;

/** One call on its way through the chain, with what must be remembered between its attempts. Used by one thread. */
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

    /** How its answers are understood. */
    public ResponseClassifier rules() {
        return rules;
    }

    /** What its caller has to say before each attempt. */
    public RequestGate gate() {
        return gate;
    }

    /** What its caller can hold of its answer. */
    AnswerRoom room() {
        return room;
    }

    /** Whether an overload that this call meets is the first one of its request: a request that always fails is one overload. */
    boolean isFirstOverload() {
        boolean isFirst = !overloadIsReported;
        overloadIsReported = true;
        return isFirst;
    }

    /**
     * Notes that a token was refused.
     *
     * @param newestToken the generation of the newest token there was by then
     */
    public void wasRefused(Token token, long newestToken) {
        if (isFresh(token)) {
            freshTokensRefused++;
        }
        newestTokenWhenRefused = newestToken;
    }

    /** How many tokens in a row this call was refused with although they had been issued for it. */
    public int freshTokensRefused() {
        return freshTokensRefused;
    }

    /** Whether the token was issued after this call's last attempt had been refused: no older token can be to blame. */
    private boolean isFresh(Token token) {
        return token.isJustIssued()
                && newestTokenWhenRefused != NOT_REFUSED
                && token.generation() > newestTokenWhenRefused;
    }

    /** The token that a token call brought, or null. */
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
