package io.martech.connect.client;

/** Obtains tokens by the platform's token call. */
final class TokenCalls implements TokenIssuer {

    private final PlatformProfile platform;
    private final Requests requests;
    private final Retry patient;
    private final Retry once;

    /**
     * @param patient repeats passing faults like any other call
     * @param once does not
     */
    TokenCalls(PlatformProfile platform, Requests requests, Retry patient, Retry once) {
        this.platform = platform;
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
        Authenticator authenticator = platform.authenticator();
        ApiRequest asked = authenticator.tokenRequest();
        ApiCall call = new ApiCall(asked, requests.unsigned(asked), authenticator.tokenVerdicts());
        return authenticator.read(retry.send(call).body());
    }
}
