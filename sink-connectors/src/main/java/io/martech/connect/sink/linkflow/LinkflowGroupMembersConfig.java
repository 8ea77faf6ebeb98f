package io.martech.connect.sink.linkflow;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.group.ContactLookup;
import io.martech.connect.sink.linkflow.group.Group;
import io.martech.connect.sink.linkflow.group.GroupCreation;
import io.martech.connect.sink.linkflow.group.GroupKeys;
import io.martech.connect.sink.linkflow.group.GroupList;
import io.martech.connect.sink.linkflow.group.GroupMembersOperation;
import io.martech.connect.sink.linkflow.group.MembershipMapping;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.options.LinkflowRules;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.IgnoredValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.RecordText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of {@link LinkflowGroupMembersSinkConnector}, checked. */
final class LinkflowGroupMembersConfig extends AbstractConfig {

    /** The document says that there is a limit (B00031), and does not name it. */
    private static final int BATCH_SIZE_DEFAULT = 100;

    /**
     * @param properties the connector's properties
     * @throws ConfigException naming the key that is wrong
     */
    LinkflowGroupMembersConfig(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
        ConfigRule.require(rules(), values());
    }

    /** All keys, in groups, in the order in which a person would think of them. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        GroupKeys.define(definition);
        SinkKeys.define(
                definition,
                "linkflow",
                SinkKeys.Destination.withBatchesOf(BATCH_SIZE_DEFAULT)
                        .thatDeletes(
                                "removes the contact from the group. Contact and group must then be in the record's key, or"
                                        + " the group in " + GroupKeys.GROUP_NAME + "."));
        HttpOptions.define(definition);
        return definition;
    }

    /** What must hold between the keys. */
    static List<ConfigRule> rules() {
        return LinkflowRules.with(
                ConfigRule.exactlyOne(GroupKeys.CONTACT_ID_FIELD, GroupKeys.IDENTITY_FIELDS),
                ConfigRule.exactlyOne(GroupKeys.GROUP_NAME, GroupKeys.GROUP_NAME_FIELD));
    }

    GroupMembersOperation operation(PlatformClient client, TimeSource time) {
        PlatformClient once = client.once();
        LookupCache<Group> directory = new LookupCache<>(
                new GroupList(once)::read,
                Group::isStatic,
                Duration.ofMillis(getLong(GroupKeys.REFRESH_INTERVAL_MS)),
                time);
        Optional<GroupCreation> creation =
                getBoolean(GroupKeys.AUTO_CREATE) ? Optional.of(new GroupCreation(once, directory)) : Optional.empty();
        return new GroupMembersOperation(mapping(), directory, creation, new ContactLookup(time));
    }

    private MembershipMapping mapping() {
        IgnoredValues ignored = new IgnoredValues(getList(MessageKeys.IDENTITY_IGNORED_VALUES));
        String field = getString(GroupKeys.GROUP_NAME_FIELD);
        return new MembershipMapping(
                pathOrNull(GroupKeys.CONTACT_ID_FIELD),
                new IdentityFields(PathAndName.parseAll(getList(GroupKeys.IDENTITY_FIELDS)), ignored),
                field.isEmpty()
                        ? RecordText.fixed(getString(GroupKeys.GROUP_NAME), GroupKeys.GROUP_NAME)
                        : RecordText.in(FieldPath.of(field), GroupKeys.GROUP_NAME_FIELD),
                pathOrNull(GroupKeys.REMOVED_FIELD),
                getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES));
    }

    private FieldPath pathOrNull(String key) {
        String path = getString(key);
        return path.isEmpty() ? null : FieldPath.of(path);
    }
}
