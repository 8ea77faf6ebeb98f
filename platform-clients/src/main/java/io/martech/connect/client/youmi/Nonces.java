package io.martech.connect.client.youmi;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Numbers of nine digits, which fit wherever a platform may keep them: no document says what a Nonce may hold. */
final class Nonces implements Supplier<String> {

    private static final int LEAST = 100_000_000;
    private static final int BEYOND = 1_000_000_000;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        return Integer.toString(random.nextInt(LEAST, BEYOND));
    }
}
