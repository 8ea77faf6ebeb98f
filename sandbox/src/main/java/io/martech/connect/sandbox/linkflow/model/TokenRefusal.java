package io.martech.connect.sandbox.linkflow.model;

/**
 * What a token that is not valid is answered.
 *
 * @param status the HTTP status
 * @param code the code of the envelope; null for a plain text without envelope
 */
public record TokenRefusal(int status, String code) {}
