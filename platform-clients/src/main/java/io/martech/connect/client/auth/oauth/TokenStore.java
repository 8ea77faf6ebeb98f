package io.martech.connect.client.auth.oauth;

import java.io.IOException;

/** Stores the tokens of one account. A caller that replaces them must hold the lock. */
public interface TokenStore {

    /** Waits until the lock is free, and acquires it. */
    Lock lock() throws InterruptedException, IOException;

    /**
     * The stored tokens; {@link StoredTokens#NONE} if there are none. Without the lock they may be replaced at any time,
     * but are always consistent.
     *
     * @throws IOException if it cannot be read, with a message for the user
     */
    StoredTokens read() throws IOException;

    /**
     * Replaces the stored tokens atomically: after a failure, either the old or the new ones are stored. When it returns,
     * they would survive a crash of the machine.
     */
    void write(StoredTokens tokens) throws IOException;

    /** Whether tokens survive a restart of the process. */
    boolean isLasting();

    /** Where the tokens are, in words for messages. */
    String place();

    /** The right to replace the tokens; closing it releases the lock. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }
}
