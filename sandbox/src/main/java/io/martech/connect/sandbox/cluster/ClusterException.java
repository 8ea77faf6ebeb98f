package io.martech.connect.sandbox.cluster;

/** A part of the local cluster could not be started or used. The first line of the message says which part and why. */
public final class ClusterException extends RuntimeException {

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
