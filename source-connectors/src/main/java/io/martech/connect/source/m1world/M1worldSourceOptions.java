package io.martech.connect.source.m1world;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.account.m1world.M1worldAccountOptions;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.engine.SourceOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link M1worldSourceConnector}. */
public final class M1worldSourceOptions extends SourceOptions {

    public static final String FIRST_PAGE = "m1world.first.page";
    public static final String PAGE_SIZE = "m1world.page.size";
    public static final String CONTACT_DETAILS = "contacts.details";
    public static final String CONTACT_PASS_INTERVAL_MS = "contacts.pass.interval.ms";

    /** The zone is undocumented; the platform's local times are Chinese ones. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    /** Earlier than any row of the platform. Not 0, which a platform may take for a missing value. */
    private static final LocalDateTime BEFORE_EVERYTHING = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final long POLL_INTERVAL_MS = Duration.ofMinutes(5).toMillis();
    private static final long PASS_INTERVAL_MS = Duration.ofHours(1).toMillis();
    private static final int PAGE_SIZE_DEFAULT = 200;

    /** The quota of the gold plan; that of the diamond plan is twice as large. */
    private static final int REQUESTS_PER_HOUR = 2_000;

    public M1worldSourceOptions(Map<String, String> properties) {
        super("m1world", definition(), properties);
    }

    /** All options, in the order of the reference. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        M1worldAccountOptions.define(definition);
        TokenStoreOptions.define(definition);
        SourceKeys.defineLists(definition, SourceEndpoint.names(M1worldEndpoints.ALL), POLL_INTERVAL_MS);
        defineM1world(new OptionGroup(definition, "Contacts and pages"));
        HttpOptions.defineWithQuota(definition, REQUESTS_PER_HOUR, M1worldAccountOptions.TRIAL);
        return definition;
    }

    private static void defineM1world(OptionGroup group) {
        group.number(CONTACT_PASS_INTERVAL_MS, PASS_INTERVAL_MS)
                .check(Validators.milliseconds())
                .named("Interval between passes")
                .doc("Pause between two passes over all contacts, the only way to detect changed and deleted"
                        + " contacts in M1world. A pass costs one request per 50 contacts, 2,000 for 100,000; new"
                        + " contacts are polled every poll.interval.ms regardless.")
                .flag(CONTACT_DETAILS, false)
                .named("Contact details")
                .doc("Request the details of each new or changed contact: its operation log (opLogs) and its"
                        + " e-mail activity (edm). One request per contact, within the quota.")
                .text(FIRST_PAGE, "1")
                .check(Validators.oneOf("1", "0"))
                .low()
                .named("First page")
                .doc("Number of the first page. It is undocumented; a wrong value is detected and reported as an"
                        + " error on this key.")
                .integer(PAGE_SIZE, PAGE_SIZE_DEFAULT)
                .check(Validators.atLeast(1))
                .low()
                .named("Page size")
                .doc("Rows per request for groups, tags and e-mail events, for which no maximum is documented."
                        + " M1world may return fewer. Contacts are always read 50 at a time, as documented.");
    }

    int firstPage() {
        return Integer.parseInt(getString(FIRST_PAGE));
    }

    int pageSize() {
        return getInt(PAGE_SIZE);
    }

    boolean hasContactDetails() {
        return getBoolean(CONTACT_DETAILS);
    }

    Duration contactPassInterval() {
        return Duration.ofMillis(getLong(CONTACT_PASS_INTERVAL_MS));
    }

    /** Where reading begins. */
    Instant since() {
        return startTime().orElse(BEFORE_EVERYTHING).toInstant(ZONE);
    }

    @Override
    public ZoneOffset zone() {
        return ZONE;
    }

    /** Both addresses lead to the same account. */
    @Override
    public String scope(String resource) {
        String address = M1worldAccountOptions.account(this).url().replaceFirst("/v2/?$", "");
        String scope = M1worldAccountOptions.URL + "=" + address;
        return M1worldEndpoints.WITH_BEGINNING.contains(resource)
                ? scope + ", " + SourceKeys.START_TIME + "=" + getString(SourceKeys.START_TIME)
                : scope;
    }
}
