package io.martech.connect.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers for a minute whether the platform took credentials. Connect validates a configuration many times in a row, and each
 * check may cost the account a token. That it could not be asked is not remembered: who has mended that wants to know at once.
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
     * The result for that account; once the platform has said yes or no, it is asked again after a minute. Others wait meanwhile.
     *
     * @param account everything that the result depends on, with {@code equals}; kept in memory for up to a minute after
     *     its last use, never printed
     * @param ask makes the call; bounded by itself
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
