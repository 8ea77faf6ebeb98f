package io.martech.connect.sink.linkflow;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ProxyAddress;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.LinkflowAccountKeys;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How to reach Linkflow, as the shared keys say.
 *
 * @param account whose data, and with which credentials
 * @param http how requests are sent and repeated
 */
record LinkflowConnection(LinkflowAccount account, HttpSettings http) {

    static LinkflowConnection from(AbstractConfig config) {
        return new LinkflowConnection(account(config), http(config));
    }

    private static LinkflowAccount account(AbstractConfig config) {
        return new LinkflowAccount(
                config.getString(LinkflowAccountKeys.URL),
                config.getString(LinkflowAccountKeys.APP_KEY),
                config.getPassword(LinkflowAccountKeys.APP_SECRET).value(),
                ZoneOffset.of(config.getString(LinkflowAccountKeys.TIME_ZONE)),
                new HashSet<>(config.getList(LinkflowAccountKeys.REAUTHENTICATE_CODES)),
                new HashSet<>(config.getList(LinkflowAccountKeys.RETRY_CODES)));
    }

    private static HttpSettings http(AbstractConfig config) {
        String proxy = config.getString(HttpKeys.PROXY_URL);
        return new HttpSettings(
                milliseconds(config, HttpKeys.CONNECT_TIMEOUT_MS),
                milliseconds(config, HttpKeys.REQUEST_TIMEOUT_MS),
                new RetryPolicy(
                        config.getInt(HttpKeys.MAX_RETRIES),
                        milliseconds(config, HttpKeys.RETRY_BACKOFF_MS),
                        milliseconds(config, HttpKeys.RETRY_BACKOFF_MAX_MS)),
                rateLimit(config),
                config.getInt(HttpKeys.MAX_IN_FLIGHT_REQUESTS),
                proxy.isEmpty() ? null : ProxyAddress.parse(proxy),
                "kafka-connect-martech/" + ClientVersion.current());
    }

    private static RateLimit rateLimit(AbstractConfig config) {
        int perSecond = config.getInt(HttpKeys.RATE_LIMIT_PER_SECOND);
        int perHour = config.getInt(HttpKeys.RATE_LIMIT_PER_HOUR);
        if (perSecond > 0) {
            return RateLimit.perSecond(perSecond);
        }
        return perHour > 0 ? RateLimit.perHour(perHour) : null;
    }

    private static Duration milliseconds(AbstractConfig config, String key) {
        return Duration.ofMillis(config.getLong(key));
    }
}
