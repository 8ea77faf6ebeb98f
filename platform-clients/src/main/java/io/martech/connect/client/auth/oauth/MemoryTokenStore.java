package io.martech.connect.client.auth.oauth;

/** Stores tokens for the lifetime of the process. */
public final class MemoryTokenStore implements TokenStore {

    private volatile StoredTokens tokens = StoredTokens.NONE;

    @Override
    public Lock lock() {
        return () -> {};
    }

    @Override
    public StoredTokens read() {
        return tokens;
    }

    @Override
    public void write(StoredTokens replacement) {
        tokens = replacement;
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    @Override
    public String place() {
        return "memory only (token.store.path is not set)";
    }
}
