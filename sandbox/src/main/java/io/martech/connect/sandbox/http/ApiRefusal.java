package io.martech.connect.sandbox.http;

/** A request that the platform refuses, with the answer that says so. The request has no effect. */
public final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Response response;

    /**
     * A refusal.
     *
     * @param why for the reader of a stack trace; the client sees the response alone
     */
    public ApiRefusal(Response response, String why) {
        super(why);
        this.response = response;
    }

    /** What the client is answered. */
    public Response response() {
        return response;
    }
}
