package io.martech.connect.authorize;

import io.martech.connect.client.auth.oauth.StoredTokens;
import java.io.IOException;

/** Where the tokens go. */
interface Target {

    /** Makes sure that they can be written, before a code is spent for them. */
    void prepare() throws IOException, InterruptedException;

    /** Writes them, and says in words what to configure now. */
    String write(StoredTokens tokens) throws IOException, InterruptedException;
}
