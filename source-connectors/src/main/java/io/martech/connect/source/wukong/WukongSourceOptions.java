package io.martech.connect.source.wukong;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.engine.Scope;
import io.martech.connect.source.engine.SourceOptions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link WukongSourceConnector}. */
public final class WukongSourceOptions extends SourceOptions {

    public static final String UIDS = "wukong.uids";
    public static final String LIST_IDS = "wukong.list.ids";
    public static final String DATE_FORMAT = "wukong.date.format";

    /** The platform's days are Chinese days; the zone is undocumented. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final long POLL_INTERVAL_MS = Duration.ofMinutes(5).toMillis();

    public WukongSourceOptions(Map<String, String> properties) {
        super("wukong", definition(), properties);
    }

    /** All options, in the order of the reference. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        WukongAccountOptions.define(definition);
        TokenStoreOptions.define(definition);
        SourceKeys.defineLists(definition, SourceEndpoint.names(WukongEndpoints.ALL), POLL_INTERVAL_MS);
        defineLeads(new OptionGroup(definition, "Leads"));
        HttpOptions.defineWithoutTrial(definition);
        return definition;
    }

    private static void defineLeads(OptionGroup group) {
        group.list(UIDS, "")
                .named("Users")
                .doc("Comma-separated ids of the Wukong users whose leads are read, for revision v1. Each is"
                        + " requested separately, and wk_uids of a lead holds those it was found with. Empty means all"
                        + " bound users at once; wk_uids is then null, unless a day had to be requested in parts.")
                .list(LIST_IDS, "")
                .named("Lists")
                .doc("Comma-separated ids of the lists whose leads are read, for revision v2. Each is requested"
                        + " separately, and list_ids of a lead holds those it was found in. Empty means all lists at"
                        + " once; list_ids is then null, unless a day had to be requested in parts.")
                .text(DATE_FORMAT, "yyyy-M-d")
                .check(Validators.dayPattern())
                .low()
                .named("Date format")
                .doc("Date format of requests. The document shows 2017-1-1, without leading zeros.");
    }

    /** The rules between the options; each fault is attributed to one option. */
    static List<ConfigRule> rules() {
        return List.of(
                filterSuitsRevision(LIST_IDS, LeadsRevision.V1, UIDS),
                filterSuitsRevision(UIDS, LeadsRevision.V2, LIST_IDS));
    }

    private static ConfigRule filterSuitsRevision(String filter, LeadsRevision unsuitable, String other) {
        return new ConfigRule(filter, values -> {
            boolean isUnsuitable = LeadsRevision.of(values.text(WukongAccountOptions.API_REVISION)) == unsuitable;
            return isUnsuitable && values.isSet(filter)
                    ? Optional.of("It cannot be used with this revision of the API, which filters leads by "
                            + unsuitable.leadsFilter() + ": use " + other + " or set "
                            + WukongAccountOptions.API_REVISION + ".")
                    : Optional.empty();
        });
    }

    LeadsRevision revision() {
        return LeadsRevision.of(getString(WukongAccountOptions.API_REVISION));
    }

    List<String> filters() {
        return getList(revision() == LeadsRevision.V1 ? UIDS : LIST_IDS);
    }

    DateTimeFormatter dateFormat() {
        return DateTimeFormatter.ofPattern(getString(DATE_FORMAT));
    }

    @Override
    public ZoneOffset zone() {
        return ZONE;
    }

    @Override
    public String scope(String resource) {
        String scope = WukongAccountOptions.URL + "=" + getString(WukongAccountOptions.URL) + ", filters="
                + String.join(" ", filters()) + ", " + SourceKeys.START_TIME + "=" + getString(SourceKeys.START_TIME);
        return Scope.ofAccount(scope, WukongAccountOptions.APP_ID, getString(WukongAccountOptions.APP_ID));
    }
}
