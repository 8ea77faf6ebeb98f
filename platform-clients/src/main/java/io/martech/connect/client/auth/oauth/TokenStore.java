package io.martech.connect.client.auth.oauth;

import java.io.IOException;

/** Keeps the tokens of one account. Whoever wants to replace them holds the lock. */
public interface TokenStore {

    /** Waits until nobody else holds the lock. */
    Lock lock() throws InterruptedException, IOException;

    /**
     * What is stored; {@link StoredTokens#NONE} if nothing is. What is read without the lock may be replaced at any time,
     * but is whole.
     *
     * @throws IOException if it cannot be read, with a message for the user
     */
    StoredTokens read() throws IOException;

    /**
     * Replaces what is stored, in one step: whatever happens, either the old or the new tokens are stored afterwards. It
     * returns when they would survive the machine.
     */
    void write(StoredTokens tokens) throws IOException;

    /** Whether tokens outlive the process. */
    boolean isLasting();

    /** Where the tokens are, in words for messages. */
    String place();

    /** The right to replace the tokens. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }
}
