package io.martech.connect.client;

/** Obtains tokens as the platform's authenticator does. */
final class TokenCalls implements TokenIssuer {

    private final Authenticator authenticator;
    private final Requests requests;
    private final Retry patient;
    private final Retry once;

    /**
     * @param patient repeats passing faults like any other call
     * @param once does not
     */
    TokenCalls(Authenticator authenticator, Requests requests, Retry patient, Retry once) {
        this.authenticator = authenticator;
        this.requests = requests;
        this.patient = patient;
        this.once = once;
    }

    @Override
    public IssuedToken issue() throws InterruptedException {
        return issue(patient);
    }

    @Override
    public IssuedToken issueAtOnce() throws InterruptedException {
        return issue(once);
    }

    private IssuedToken issue(Retry retry) throws InterruptedException {
        ApiRequest asked = authenticator.tokenRequest();
        ApiCall call = new ApiCall(asked, requests.unsigned(asked), authenticator.tokenVerdicts());
        retry.send(call);
        return call.obtained();
    }
}
