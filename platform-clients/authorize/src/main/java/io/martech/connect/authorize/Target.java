package io.martech.connect.authorize;

import io.martech.connect.client.auth.oauth.StoredTokens;
import java.io.IOException;

/** The destination of the tokens. */
interface Target {

    /** Verifies that tokens can be written, before a code is spent on them. */
    void prepare() throws IOException, InterruptedException;

    /** Writes the tokens, and returns a text that says what to configure now. */
    String write(StoredTokens tokens) throws IOException, InterruptedException;
}
