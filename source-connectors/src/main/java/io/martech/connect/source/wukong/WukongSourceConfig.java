package io.martech.connect.source.wukong;

import io.martech.connect.options.HttpKeys;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.TokenStoreKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.options.WukongAccountKeys;
import io.martech.connect.source.engine.SourceSettings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration of {@link WukongSourceConnector}. */
public final class WukongSourceConfig extends AbstractConfig {

    public static final String UIDS = "wukong.uids";
    public static final String LIST_IDS = "wukong.list.ids";
    public static final String DATE_FORMAT = "wukong.date.format";

    /** The platform's days are Chinese days; the documents name no zone. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final long POLL_INTERVAL_MS = Duration.ofMinutes(5).toMillis();

    public WukongSourceConfig(Map<String, String> properties) {
        super(definition(), properties, false);
    }

    /** Every key of the connector. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        WukongAccountKeys.define(definition);
        TokenStoreKeys.define(definition);
        SourceKeys.defineLists(definition, WukongResources.NAMES, POLL_INTERVAL_MS);
        defineLeads(new OptionGroup(definition, "Leads"));
        HttpKeys.defineWithoutTrial(definition, HttpKeys.RETRIES_WITHOUT_END);
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

    LeadsRevision revision() {
        return LeadsRevision.of(getString(WukongAccountKeys.API_REVISION));
    }

    List<String> filters() {
        return getList(revision() == LeadsRevision.V1 ? UIDS : LIST_IDS);
    }

    DateTimeFormatter dateFormat() {
        return DateTimeFormatter.ofPattern(getString(DATE_FORMAT));
    }

    /** What every source has in common. */
    SourceSettings common() {
        return new SourceSettings(this, WukongResources.PLATFORM, ZONE);
    }
}
