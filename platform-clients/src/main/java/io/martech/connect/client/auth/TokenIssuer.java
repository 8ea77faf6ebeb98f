package io.martech.connect.client.auth;

/** Obtains a token from the platform. */
public interface TokenIssuer {

    /** Asks until there is one. @throws PlatformException if there will be none */
    IssuedToken issue() throws InterruptedException;

    /** Asks once. @throws PlatformException if that did not succeed, whatever the reason */
    IssuedToken issueAtOnce() throws InterruptedException;
}
