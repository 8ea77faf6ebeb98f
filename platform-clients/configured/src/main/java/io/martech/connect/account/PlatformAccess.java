package io.martech.connect.account;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.CredentialsCheck;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.options.ConfigRule;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How the connectors of one platform reach it, as a value.
 *
 * @param platform its name in offsets, and in the names of its options
 * @param account reads an account from a configuration
 * @param rules the rules between the options of an account; each fault is attributed to one option
 * @param clients creates clients of an account
 * @param trialOrNull verifies an account's credentials with one request of at most five seconds; null if that would use
 *     them up
 * @param <A> an account, with {@code equals}
 */
public record PlatformAccess<A>(
        String platform,
        Function<AbstractConfig, A> account,
        List<ConfigRule> rules,
        Clients<A> clients,
        BiFunction<A, HttpSettings, CredentialsResult> trialOrNull) {

    /** Creates a client, which sends no request until it is used. */
    @FunctionalInterface
    public interface Clients<A> {

        /** @param listener receives the result of every attempt */
        PlatformClient create(A account, HttpSettings http, TimeSource time, AttemptListener listener);
    }

    /** All rules of a connector: those of requests, those of an account, and its own. */
    public List<ConfigRule> rulesWith(Collection<ConfigRule> own) {
        return Stream.of(HttpOptions.rules(), rules, own)
                .flatMap(Collection::stream)
                .toList();
    }

    /** A client for the configuration. It sends no request until it is used. */
    public PlatformClient open(AbstractConfig config, TimeSource time, AttemptListener listener) {
        return clients.create(account.apply(config), HttpOptions.settings(config), time, listener);
    }

    /** A client for a caller that itself retries calls that were given up. */
    public PlatformClient openForRetryingCaller(AbstractConfig config, TimeSource time, AttemptListener listener) {
        return clients.create(
                account.apply(config), HttpOptions.settings(config).ofRetryingCaller(), time, listener);
    }

    /**
     * Verifies the credentials of a configuration, unless the platform accepted or rejected the same ones within the last
     * minute.
     */
    CredentialsResult tryCredentials(AbstractConfig config, CredentialsCheck check) {
        A account = account().apply(config);
        HttpSettings http = HttpOptions.settings(config);
        return check.check(List.of(account, http), () -> trialOrNull.apply(account, http));
    }
}
