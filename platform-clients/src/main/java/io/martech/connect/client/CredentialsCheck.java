package io.martech.connect.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers for a minute what became of a check of credentials. Connect validates a configuration many times in a row,
 * and each check may cost the account a token.
 */
public final class CredentialsCheck {

    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final TimeSource time;
    private final Map<Object, Remembered> results = new HashMap<>();

    private record Remembered(CredentialsResult result, long nanos) {}

    public CredentialsCheck(TimeSource time) {
        this.time = time;
    }

    /**
     * The result for that account, asked for at most once a minute. Others wait meanwhile.
     *
     * @param account everything that the result depends on, with {@code equals}; kept in memory for up to a minute after
     *     its last use, never printed
     * @param ask makes the call; bounded by itself
     */
    public synchronized CredentialsResult check(Object account, Supplier<CredentialsResult> ask) {
        results.values().removeIf(known -> time.nanoTime() - known.nanos() >= MEMORY.toNanos());
        Remembered known = results.get(account);
        if (known == null) {
            known = new Remembered(ask.get(), time.nanoTime());
            results.put(account, known);
        }
        return known.result();
    }
}
