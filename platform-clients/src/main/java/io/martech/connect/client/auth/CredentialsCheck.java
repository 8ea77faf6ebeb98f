package io.martech.connect.client.auth;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Caches for a minute whether a platform accepted an account's credentials. Connect validates a configuration many times
 * in a row, and each check may cost the account a token. An unreachable platform is not cached, so that a corrected
 * address takes effect at once.
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
     * Returns the result for the account: from the cache if the platform answered within the last minute, otherwise from
     * a new call. Concurrent callers wait for it.
     *
     * @param account everything that the result depends on, with {@code equals}; kept in memory for a minute, never
     *     logged
     * @param ask makes the call; must be bounded in time
     */
    public synchronized CredentialsResult check(Object account, Supplier<CredentialsResult> ask) {
        results.values().removeIf(known -> time.nanoTime() - known.nanos() >= MEMORY.toNanos());
        Remembered known = results.get(account);
        if (known != null) {
            Duration age = Duration.ofNanos(time.nanoTime() - known.nanos());
            return known.result().remembered(age, MEMORY.minus(age));
        }
        CredentialsResult result = ask.get();
        if (result.isTheWordOfThePlatform()) {
            results.put(account, new Remembered(result, time.nanoTime()));
        }
        return result;
    }
}
