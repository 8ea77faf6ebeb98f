package io.martech.connect.account;

import io.martech.connect.client.CredentialsCheck;
import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.options.ConfigRule;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How one platform is reached, as a value: the same for all of its connectors.
 *
 * @param platform its name in offsets, and in the names of its options
 * @param account reads an account from a configuration
 * @param rules what must hold between the options of an account; each rule blames one option
 * @param clients makes clients of an account
 * @param trialOrNull tries an account's credentials with one request of at most five seconds; null if a trial would spend them
 * @param <A> an account, with {@code equals}
 */
public record PlatformAccess<A>(
        String platform,
        Function<AbstractConfig, A> account,
        List<ConfigRule> rules,
        Clients<A> clients,
        BiFunction<A, HttpSettings, CredentialsResult> trialOrNull) {

    /** Makes a client, which makes no request before it is asked to. */
    @FunctionalInterface
    public interface Clients<A> {

        /** @param listener learns how every attempt went */
        PlatformClient create(A account, HttpSettings http, TimeSource time, AttemptListener listener);
    }

    /** What must hold between the options of a connector: those of requests, those of an account, and its own. */
    public List<ConfigRule> rulesWith(Collection<ConfigRule> own) {
        return Stream.of(HttpOptions.rules(), rules, own)
                .flatMap(Collection::stream)
                .toList();
    }

    /** A client as the configuration says. It makes no request before it is asked to. */
    public PlatformClient open(AbstractConfig config, TimeSource time, AttemptListener listener) {
        return clients.create(account.apply(config), HttpOptions.settings(config), time, listener);
    }

    /** The same for a caller that retries by itself what was given up. */
    public PlatformClient openForRetryingCaller(AbstractConfig config, TimeSource time, AttemptListener listener) {
        return clients.create(
                account.apply(config), HttpOptions.settings(config).ofRetryingCaller(), time, listener);
    }

    /** Tries the credentials of a configuration, unless the platform has accepted or refused the same in the last minute. */
    CredentialsResult tryCredentials(AbstractConfig config, CredentialsCheck check) {
        A account = account().apply(config);
        HttpSettings http = HttpOptions.settings(config);
        return check.check(List.of(account, http), () -> trialOrNull.apply(account, http));
    }
}
