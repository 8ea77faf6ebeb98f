package io.martech.connect.source.youmi;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.youmi.YoumiAccountOptions;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.Words;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.engine.Scope;
import io.martech.connect.source.engine.SourceOptions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link YoumiSourceConnector}. */
public final class YoumiSourceOptions extends SourceOptions {

    public static final String ACCOUNT_KINDS = "youmi.account.kinds";
    public static final String COUNTER_FIELDS = "youmi.counter.fields";

    /** The zone of times without an offset; it is undocumented. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final long POLL_INTERVAL_MS = Duration.ofMinutes(5).toMillis();

    public YoumiSourceOptions(Map<String, String> properties) {
        super("youmi", definition(), properties);
    }

    /** All options, in the order of the reference. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        YoumiAccountOptions.define(definition);
        SourceKeys.defineWholeLists(definition, SourceEndpoint.names(YoumiEndpoints.ALL), POLL_INTERVAL_MS);
        defineLists(new OptionGroup(definition, "Lists"));
        HttpOptions.define(definition);
        return definition;
    }

    private static void defineLists(OptionGroup group) {
        group.list(ACCOUNT_KINDS, "0,3")
                .check(Words.atLeastOne("kinds of accounts", "[0-9]{1,9}"))
                .low()
                .named("Account kinds")
                .doc("Comma-separated kinds of WeChat accounts to read (ad_wechat_lei): 0 is personal, 3 is"
                        + " WeCom. The platform returns one kind per request.")
                .list(
                        COUNTER_FIELDS,
                        "ad_wechat_friend,ad_wechat_group,ad_wechat_new,ad_wechat_viewnum,ad_wechat_vnumday,"
                                + "ad_wechat_vnumlday,ad_wechat_rfriend")
                .check(Words.orNone("names of fields", "[A-Za-z0-9_]+"))
                .low()
                .named("Counter fields")
                .doc("Comma-separated fields whose change alone is not emitted, since counters change all the"
                        + " time. A record that is emitted for another reason holds their current values. After this"
                        + " list is changed, each row may be emitted once more.");
    }

    List<String> accountKinds() {
        return getList(ACCOUNT_KINDS);
    }

    List<String> counters() {
        return getList(COUNTER_FIELDS);
    }

    @Override
    public ZoneOffset zone() {
        return ZONE;
    }

    @Override
    public String scope(String resource) {
        String scope = YoumiAccountOptions.URL + "=" + getString(YoumiAccountOptions.URL);
        return Scope.ofAccount(scope, YoumiAccountOptions.APP_ID, getString(YoumiAccountOptions.APP_ID));
    }
}
