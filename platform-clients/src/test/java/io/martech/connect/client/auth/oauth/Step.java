package io.martech.connect.client.auth.oauth;

import java.io.IOException;

/** The steps of a refresh, at each of which a worker may be killed. */
enum Step {
    LOCKED,
    READ,
    INTENT_WRITTEN,
    /** The platform has replaced the refresh token, and nobody has heard the answer. */
    ANSWER_LOST,
    ANSWERED,
    STORED,
    UNLOCKED;

    /** A store that does something when a step is reached. */
    static TokenStore watched(TokenStore store, OnStep onStep) {
        return new TokenStore() {
            @Override
            public Lock lock() throws InterruptedException, IOException {
                Lock lock = store.lock();
                boolean goesOn = false;
                try {
                    onStep.reached(LOCKED);
                    goesOn = true;
                } finally {
                    if (!goesOn) {
                        lock.close();
                    }
                }
                return () -> {
                    lock.close();
                    onStep.reached(UNLOCKED);
                };
            }

            @Override
            public StoredTokens read() throws IOException {
                StoredTokens tokens = store.read();
                onStep.reached(READ);
                return tokens;
            }

            @Override
            public void write(StoredTokens tokens) throws IOException {
                boolean isIntent = tokens.intent() != null;
                if (!isIntent) {
                    onStep.reached(ANSWERED);
                }
                store.write(tokens);
                onStep.reached(isIntent ? INTENT_WRITTEN : STORED);
            }

            @Override
            public boolean isLasting() {
                return store.isLasting();
            }

            @Override
            public String place() {
                return store.place();
            }
        };
    }

    interface OnStep {
        void reached(Step step);
    }
}
