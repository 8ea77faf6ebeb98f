package io.martech.connect.config;

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
            "Most requests that one task sends in any hour. 0 means no limit, which is the default where the platform"
                    + " documents none.";
    private static final String LIMIT_OF_ALL_TASKS =
            "Most requests that this connector sends in any hour; its tasks share them out. The quota is the account's, so"
                    + " connectors of one account must share it too. 0 means no limit.";

    private static final String TRIAL_OFF = "Switch it off where Connect's REST workers cannot reach the platform.";
    private static final String TRIAL =
            "Whether validating a configuration tries the credentials with one request. If they are accepted or refused, the same"
                    + " ones are not tried again for a minute. " + TRIAL_OFF;

    private HttpKeys() {}

    /** @param maxRetriesDefault how often a request is repeated by default, or {@link #RETRIES_WITHOUT_END} */
    public static void define(ConfigDef definition, int maxRetriesDefault) {
        defineRequests(definition, 0, LIMIT_OF_ONE_TASK, TRIAL);
        defineFaults(new ConfigGroup(definition, "Faults"), maxRetriesDefault);
    }

    /**
     * For a platform whose credentials cannot be tried, since that would spend them.
     *
     * @param maxRetriesDefault how often a request is repeated by default, or {@link #RETRIES_WITHOUT_END}
     */
    public static void defineWithoutTrial(ConfigDef definition, int maxRetriesDefault) {
        defineRequests(definition, 0, LIMIT_OF_ONE_TASK, null);
        defineFaults(new ConfigGroup(definition, "Faults"), maxRetriesDefault);
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
        defineFaults(new ConfigGroup(definition, "Faults"), maxRetriesDefault);
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
                        "Requests in flight",
                        "Most requests that one task has under way at once. A ceiling: it starts with 4, adds while all goes"
                                + " well and halves on HTTP 429, 5xx and time-outs. A source reads pages in order; several"
                                + " requests are for what it asks of each row.")
                .key(
                        RATE_LIMIT_PER_SECOND,
                        Type.INT,
                        0,
                        AtLeast.number(0, "no limit"),
                        Importance.MEDIUM,
                        "Requests a second",
                        "Most requests that one task sends in a second. 0 means no limit, which is the default where the platform"
                                + " documents none.")
                .key(
                        RATE_LIMIT_PER_HOUR,
                        Type.INT,
                        requestsPerHour,
                        AtLeast.number(0, "no limit"),
                        Importance.MEDIUM,
                        "Requests an hour",
                        limitPerHour)
                .key(
                        REQUEST_TIMEOUT_MS,
                        Type.LONG,
                        REQUEST_TIMEOUT_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Request time-out",
                        "Milliseconds that a request may take, answer included, before it counts as failed. The default leaves time"
                                + " for a large page.")
                .key(
                        CONNECT_TIMEOUT_MS,
                        Type.LONG,
                        CONNECT_TIMEOUT_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Connect time-out",
                        "Milliseconds that opening a connection may take before it counts as failed.")
                .key(
                        PROXY_URL,
                        Type.STRING,
                        "",
                        UrlValidator.ofProxy(),
                        Importance.LOW,
                        "Proxy",
                        "Address of an HTTP proxy that leads to the platform, without user and password. Empty means none.");
        if (trialOrNull != null) {
            group.key(
                    VALIDATE_CREDENTIALS,
                    Type.BOOLEAN,
                    true,
                    new TrueOrFalse(),
                    Importance.LOW,
                    "Check credentials",
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
                        "How often a request is repeated after a fault that may pass: a broken connection, a time-out, HTTP 5xx"
                                + " without an error code. Then the task stops; nothing is lost. -1 means without end.")
                .key(
                        RETRY_BACKOFF_MS,
                        Type.LONG,
                        RETRY_BACKOFF_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "First back-off",
                        "Milliseconds before the first repetition. Each further one waits twice as long, with some chance in it so"
                                + " that tasks do not knock together.")
                .key(
                        RETRY_BACKOFF_MAX_MS,
                        Type.LONG,
                        RETRY_BACKOFF_MAX_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Longest back-off",
                        "Most milliseconds between two repetitions, however long a fault lasts. Must not be less than "
                                + RETRY_BACKOFF_MS + ".");
    }
}
