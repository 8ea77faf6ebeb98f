package io.martech.connect.client.auth;

/** Obtains a token from the platform. */
public interface TokenIssuer {

    /**
     * Requests a token, with retries.
     *
     * @throws PlatformException if none was issued
     */
    IssuedToken issue() throws InterruptedException;

    /**
     * Requests a token once.
     *
     * @throws PlatformException if that failed for any reason
     */
    IssuedToken issueAtOnce() throws InterruptedException;
}
