package io.martech.connect.client.auth;

/**
 * What a user can do about tokens that a platform refuses although it has just issued them.
 *
 * @param refusedAgain after "refused it again, with a token that had just been issued": whole sentences
 * @param replaced after "refused six tokens within a minute": whole sentences
 * @param expired after "issued a token whose expiration is in the past": whole sentences
 */
public record TokenAdvice(String refusedAgain, String replaced, String expired) {

    /** For a platform that tells expirations without regard to any zone. */
    public TokenAdvice(String refusedAgain, String replaced) {
        this(refusedAgain, replaced, "If tokens are refused often, report it to the platform's support.");
    }
}
