package io.martech.connect.account;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ProxyAddress;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.options.HttpKeys;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;

/** Reads from a configuration how a platform is spoken to ({@link HttpKeys}). */
public final class HttpConfig {

    private HttpConfig() {}

    public static HttpSettings of(AbstractConfig config) {
        String proxy = config.getString(HttpKeys.PROXY_URL);
        return HttpSettings.defaults()
                .withTimeouts(
                        milliseconds(config, HttpKeys.CONNECT_TIMEOUT_MS),
                        milliseconds(config, HttpKeys.REQUEST_TIMEOUT_MS))
                .withRetry(new RetryPolicy(
                        config.getInt(HttpKeys.MAX_RETRIES),
                        milliseconds(config, HttpKeys.RETRY_BACKOFF_MS),
                        milliseconds(config, HttpKeys.RETRY_BACKOFF_MAX_MS)))
                .withRateLimit(rateLimitOrNull(config))
                .withMaxInFlight(config.getInt(HttpKeys.MAX_IN_FLIGHT_REQUESTS))
                .withProxy(proxy.isEmpty() ? null : ProxyAddress.parse(proxy));
    }

    private static RateLimit rateLimitOrNull(AbstractConfig config) {
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
