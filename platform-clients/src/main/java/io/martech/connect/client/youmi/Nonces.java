package io.martech.connect.client.youmi;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Generates nine-digit numbers: the format of a Nonce is undocumented, and such a number fits any likely type. */
final class Nonces implements Supplier<String> {

    private static final int LEAST = 100_000_000;
    private static final int BEYOND = 1_000_000_000;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        return Integer.toString(random.nextInt(LEAST, BEYOND));
    }
}
