package io.martech.connect.client.auth;

/**
 * What a user can do about tokens that a platform rejects although they are new. Each text consists of whole sentences.
 *
 * @param refusedAgain follows a message that a newly issued token was rejected again
 * @param replaced follows "refused six newly issued tokens within a minute"
 * @param expired follows a message that the expiration of an issued token is in the past or cannot be parsed
 */
public record TokenAdvice(String refusedAgain, String replaced, String expired) {

    /** For a platform whose expirations do not depend on a time zone. */
    public TokenAdvice(String refusedAgain, String replaced) {
        this(refusedAgain, replaced, "If tokens are refused often, report it to the platform's support.");
    }
}
