package io.martech.connect.client;

/**
 * What a user can do about tokens that a platform refuses although it has just issued them.
 *
 * @param refusedAgain after "refused it again, with a token that had just been issued": whole sentences
 * @param replaced after "refused six tokens within a minute": whole sentences
 */
public record TokenAdvice(String refusedAgain, String replaced) {}
