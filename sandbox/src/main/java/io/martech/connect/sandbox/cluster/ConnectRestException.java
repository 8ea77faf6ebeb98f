package io.martech.connect.sandbox.cluster;

/** The Connect worker refused a request. */
public final class ConnectRestException extends RuntimeException {

    private final int status;

    /**
     * @param request what was asked, such as "PUT /connectors/orders/config"
     * @param status the HTTP status
     * @param answer the worker's own words
     */
    public ConnectRestException(String request, int status, String answer) {
        super(request + " was answered with HTTP " + status + ": " + answer);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
