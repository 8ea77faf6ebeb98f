package io.martech.connect.account;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ProxyAddress;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.UrlValidator;
import io.martech.connect.options.Validators;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options for sending, limiting and retrying requests; the same for every connector. */
public final class HttpOptions {

    public static final String MAX_IN_FLIGHT_REQUESTS = "max.in.flight.requests";
    public static final String MAX_RETRIES = "max.retries";
    public static final String RETRY_BACKOFF_MS = "retry.backoff.ms";
    public static final String RETRY_BACKOFF_MAX_MS = "retry.backoff.max.ms";
    public static final String REQUEST_TIMEOUT_MS = "request.timeout.ms";
    public static final String CONNECT_TIMEOUT_MS = "connect.timeout.ms";
    public static final String RATE_LIMIT_PER_SECOND = "rate.limit.requests.per.second";
    public static final String RATE_LIMIT_PER_HOUR = "rate.limit.requests.per.hour";
    public static final String PROXY_URL = "proxy.url";
    public static final String VALIDATE_CREDENTIALS = "validate.credentials";

    /** The default of {@link #MAX_IN_FLIGHT_REQUESTS}. */
    public static final int MAX_IN_FLIGHT_REQUESTS_DEFAULT = 32;

    private static final int RETRIES_WITHOUT_END = -1;

    private static final long RETRY_BACKOFF_MS_DEFAULT = 500;
    private static final long RETRY_BACKOFF_MAX_MS_DEFAULT = 60_000;
    private static final long REQUEST_TIMEOUT_MS_DEFAULT = 60_000;
    private static final long CONNECT_TIMEOUT_MS_DEFAULT = 10_000;

    private static final String LIMIT_OF_ONE_TASK =
            "Maximum number of requests per task in any hour. 0, the default where the platform"
                    + " documents no quota, means no limit.";
    private static final String LIMIT_OF_ALL_TASKS =
            "Maximum number of requests of this connector in any hour, divided among its tasks. The"
                    + " quota belongs to the account, so connectors of one account must share it too. 0 means no"
                    + " limit.";

    private static final String TRIAL_OFF =
            "Disable it where the workers that serve Connect's REST API cannot reach the platform.";
    private static final String TRIAL =
            "Verify the credentials with one request when a configuration is validated. The result is"
                    + " cached for a minute. " + TRIAL_OFF;

    private HttpOptions() {}

    public static void define(ConfigDef definition) {
        defineRequests(definition, 0, LIMIT_OF_ONE_TASK, TRIAL);
    }

    /** For a platform whose credentials cannot be verified, since that would use them up. */
    public static void defineWithoutTrial(ConfigDef definition) {
        defineRequests(definition, 0, LIMIT_OF_ONE_TASK, null);
    }

    /**
     * For a platform with an hourly quota that a connector divides among its tasks, and where only some kinds of
     * credentials can be verified.
     *
     * @param requestsPerHour the account's quota by default
     * @param trial what is verified, in sentences
     */
    public static void defineWithQuota(ConfigDef definition, int requestsPerHour, String trial) {
        defineRequests(definition, requestsPerHour, LIMIT_OF_ALL_TASKS, trial + " " + TRIAL_OFF);
    }

    /** @param trialOrNull what is verified; null if credentials are never verified */
    private static void defineRequests(
            ConfigDef definition, int requestsPerHour, String limitPerHour, String trialOrNull) {
        OptionGroup group = new OptionGroup(definition, "Requests");
        group.integer(MAX_IN_FLIGHT_REQUESTS, MAX_IN_FLIGHT_REQUESTS_DEFAULT)
                .check(Validators.atLeast(1))
                .named("Maximum requests in flight")
                .doc("Maximum number of concurrent requests per task. This is a ceiling: the limit starts at 4,"
                        + " grows on success and is halved on HTTP 429, 5xx and time-outs. A source needs concurrency"
                        + " where it requests details per row or reads ranges in parallel.")
                .integer(RATE_LIMIT_PER_SECOND, 0)
                .check(Validators.atLeast(0, "no limit"))
                .named("Requests per second")
                .doc("Maximum number of requests per task and second. 0, the default where the platform documents"
                        + " no limit, means no limit.")
                .integer(RATE_LIMIT_PER_HOUR, requestsPerHour)
                .check(Validators.atLeast(0, "no limit"))
                .named("Requests per hour")
                .doc(limitPerHour)
                .duration(REQUEST_TIMEOUT_MS, REQUEST_TIMEOUT_MS_DEFAULT)
                .low()
                .named("Request timeout")
                .doc("Timeout of a request, response body included. The default allows for a large page.")
                .duration(CONNECT_TIMEOUT_MS, CONNECT_TIMEOUT_MS_DEFAULT)
                .low()
                .named("Connect timeout")
                .doc("Timeout for opening a connection.")
                .text(PROXY_URL, "")
                .check(UrlValidator.ofProxy())
                .low()
                .named("Proxy")
                .doc("Address of the HTTP proxy to use, without user and password. Empty means no proxy.");
        if (trialOrNull != null) {
            group.flag(VALIDATE_CREDENTIALS, true)
                    .low()
                    .named("Validate credentials")
                    .doc(trialOrNull);
        }
        defineRetries(new OptionGroup(definition, "Retries"));
    }

    private static void defineRetries(OptionGroup group) {
        group.integer(MAX_RETRIES, RETRIES_WITHOUT_END)
                .check(Validators.atLeast(RETRIES_WITHOUT_END, "without end"))
                .named("Retries")
                .doc("How often a request is retried after a transient failure: a broken connection, a time-out,"
                        + " HTTP 5xx without an error code. After that a sink's task fails, and a source reports the resource as"
                        + " failing and retries it; nothing is lost. -1 means no limit.")
                .duration(RETRY_BACKOFF_MS, RETRY_BACKOFF_MS_DEFAULT)
                .low()
                .named("Initial backoff")
                .doc("Backoff before the first retry. It doubles with each further retry, with jitter so that"
                        + " tasks do not retry in step.")
                .duration(RETRY_BACKOFF_MAX_MS, RETRY_BACKOFF_MAX_MS_DEFAULT)
                .low()
                .named("Maximum backoff")
                .doc("Maximum backoff between two retries. Must not be less than " + RETRY_BACKOFF_MS + ".");
    }

    /** The rules between these options; each fault is attributed to one option. */
    static List<ConfigRule> rules() {
        return List.of(
                ConfigRule.usable(PROXY_URL, values -> {
                    if (values.isSet(PROXY_URL)) {
                        ProxyAddress.parse(values.text(PROXY_URL));
                    }
                }),
                new ConfigRule(
                        RATE_LIMIT_PER_HOUR,
                        values -> values.number(RATE_LIMIT_PER_HOUR) > 0 && values.number(RATE_LIMIT_PER_SECOND) > 0
                                ? Optional.of("Both limits are set, and only one can apply: set " + RATE_LIMIT_PER_HOUR
                                        + " or " + RATE_LIMIT_PER_SECOND + " to 0.")
                                : Optional.empty()),
                new ConfigRule(RETRY_BACKOFF_MAX_MS, values -> {
                    long first = values.number(RETRY_BACKOFF_MS);
                    return values.number(RETRY_BACKOFF_MAX_MS) < first
                            ? Optional.of("It must not be less than " + RETRY_BACKOFF_MS + ", which is " + first + ".")
                            : Optional.empty();
                }));
    }

    /** The settings in a configuration. */
    public static HttpSettings settings(AbstractConfig config) {
        String proxy = config.getString(PROXY_URL);
        return HttpSettings.defaults()
                .withTimeouts(milliseconds(config, CONNECT_TIMEOUT_MS), milliseconds(config, REQUEST_TIMEOUT_MS))
                .withRetry(new RetryPolicy(
                        config.getInt(MAX_RETRIES),
                        milliseconds(config, RETRY_BACKOFF_MS),
                        milliseconds(config, RETRY_BACKOFF_MAX_MS)))
                .withRateLimit(rateLimitOrNull(config))
                .withMaxInFlight(config.getInt(MAX_IN_FLIGHT_REQUESTS))
                .withProxy(proxy.isEmpty() ? null : ProxyAddress.parse(proxy));
    }

    private static RateLimit rateLimitOrNull(AbstractConfig config) {
        int perSecond = config.getInt(RATE_LIMIT_PER_SECOND);
        int perHour = config.getInt(RATE_LIMIT_PER_HOUR);
        if (perSecond > 0) {
            return RateLimit.perSecond(perSecond);
        }
        return perHour > 0 ? RateLimit.perHour(perHour) : null;
    }

    private static Duration milliseconds(AbstractConfig config, String key) {
        return Duration.ofMillis(config.getLong(key));
    }
}
