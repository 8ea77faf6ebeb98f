package io.martech.connect.options;

import io.martech.connect.options.validator.AtLeast;
import io.martech.connect.options.validator.TrueOrFalse;
import io.martech.connect.options.validator.UrlValidator;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** How a platform is spoken to; the same for every connector. */
public final class HttpKeys {

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

    /** Of {@link #MAX_IN_FLIGHT_REQUESTS}. */
    public static final int MAX_IN_FLIGHT_REQUESTS_DEFAULT = 32;

    /** As a default of {@link #MAX_RETRIES}: try again without end. */
    public static final int RETRIES_WITHOUT_END = -1;

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

    private HttpKeys() {}

    /** @param maxRetriesDefault how often a request is repeated by default, or {@link #RETRIES_WITHOUT_END} */
    public static void define(ConfigDef definition, int maxRetriesDefault) {
        defineRequests(definition, 0, LIMIT_OF_ONE_TASK, TRIAL);
        defineFaults(new ConfigGroup(definition, "Retries"), maxRetriesDefault);
    }

    /**
     * For a platform whose credentials cannot be tried, since that would spend them.
     *
     * @param maxRetriesDefault how often a request is repeated by default, or {@link #RETRIES_WITHOUT_END}
     */
    public static void defineWithoutTrial(ConfigDef definition, int maxRetriesDefault) {
        defineRequests(definition, 0, LIMIT_OF_ONE_TASK, null);
        defineFaults(new ConfigGroup(definition, "Retries"), maxRetriesDefault);
    }

    /**
     * For a platform with an hourly quota, of which a connector gives each task its share, and where only some kinds of credentials
     * can be tried.
     *
     * @param trial what is tried, as sentences
     * @param maxRetriesDefault how often a request is repeated by default, or {@link #RETRIES_WITHOUT_END}
     * @param requestsPerHour the quota of the account by default
     */
    public static void defineWithQuota(ConfigDef definition, int maxRetriesDefault, int requestsPerHour, String trial) {
        defineRequests(definition, requestsPerHour, LIMIT_OF_ALL_TASKS, trial + " " + TRIAL_OFF);
        defineFaults(new ConfigGroup(definition, "Retries"), maxRetriesDefault);
    }

    /** @param trialOrNull null if credentials are never tried */
    private static void defineRequests(
            ConfigDef definition, int requestsPerHour, String limitPerHour, String trialOrNull) {
        ConfigGroup group = new ConfigGroup(definition, "Requests");
        group.key(
                        MAX_IN_FLIGHT_REQUESTS,
                        Type.INT,
                        MAX_IN_FLIGHT_REQUESTS_DEFAULT,
                        AtLeast.number(1),
                        Importance.MEDIUM,
                        "Maximum requests in flight",
                        "Maximum number of concurrent requests per task. This is a ceiling: the limit starts at 4,"
                                + " grows on success and is halved on HTTP 429, 5xx and time-outs. A source needs concurrency"
                                + " where it requests details per row or reads ranges in parallel.")
                .key(
                        RATE_LIMIT_PER_SECOND,
                        Type.INT,
                        0,
                        AtLeast.number(0, "no limit"),
                        Importance.MEDIUM,
                        "Requests per second",
                        "Maximum number of requests per task and second. 0, the default where the platform documents"
                                + " no limit, means no limit.")
                .key(
                        RATE_LIMIT_PER_HOUR,
                        Type.INT,
                        requestsPerHour,
                        AtLeast.number(0, "no limit"),
                        Importance.MEDIUM,
                        "Requests per hour",
                        limitPerHour)
                .key(
                        REQUEST_TIMEOUT_MS,
                        Type.LONG,
                        REQUEST_TIMEOUT_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Request timeout",
                        "Timeout of a request, response body included. The default allows for a large page.")
                .key(
                        CONNECT_TIMEOUT_MS,
                        Type.LONG,
                        CONNECT_TIMEOUT_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Connect timeout",
                        "Timeout for opening a connection.")
                .key(
                        PROXY_URL,
                        Type.STRING,
                        "",
                        UrlValidator.ofProxy(),
                        Importance.LOW,
                        "Proxy",
                        "Address of the HTTP proxy to use, without user and password. Empty means no proxy.");
        if (trialOrNull != null) {
            group.key(
                    VALIDATE_CREDENTIALS,
                    Type.BOOLEAN,
                    true,
                    new TrueOrFalse(),
                    Importance.LOW,
                    "Validate credentials",
                    trialOrNull);
        }
    }

    private static void defineFaults(ConfigGroup group, int maxRetriesDefault) {
        group.key(
                        MAX_RETRIES,
                        Type.INT,
                        maxRetriesDefault,
                        AtLeast.number(RETRIES_WITHOUT_END, "without end"),
                        Importance.MEDIUM,
                        "Retries",
                        "How often a request is retried after a transient failure: a broken connection, a time-out,"
                                + " HTTP 5xx without an error code. After that the task fails; nothing is lost. -1 means no"
                                + " limit.")
                .key(
                        RETRY_BACKOFF_MS,
                        Type.LONG,
                        RETRY_BACKOFF_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Initial backoff",
                        "Backoff before the first retry. It doubles with each further retry, with jitter so that"
                                + " tasks do not retry in step.")
                .key(
                        RETRY_BACKOFF_MAX_MS,
                        Type.LONG,
                        RETRY_BACKOFF_MAX_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Maximum backoff",
                        "Maximum backoff between two retries. Must not be less than " + RETRY_BACKOFF_MS + ".");
    }
}
