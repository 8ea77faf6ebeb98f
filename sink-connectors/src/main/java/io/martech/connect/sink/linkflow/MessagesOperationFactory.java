package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.DocumentedData;
import io.martech.connect.sink.linkflow.form.NullFields;
import io.martech.connect.sink.linkflow.form.WriteTables;
import io.martech.connect.sink.linkflow.identity.IdentitiesField;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.identity.IdentityMapping;
import io.martech.connect.sink.linkflow.message.Channel;
import io.martech.connect.sink.linkflow.message.ContactData;
import io.martech.connect.sink.linkflow.message.EventData;
import io.martech.connect.sink.linkflow.message.MessageDomain;
import io.martech.connect.sink.linkflow.message.MessageIds;
import io.martech.connect.sink.linkflow.message.MessageMapping;
import io.martech.connect.sink.linkflow.message.MessageMapping.Endpoint;
import io.martech.connect.sink.linkflow.message.MessageTime;
import io.martech.connect.sink.linkflow.message.MessagesOperation;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.IgnoredValues;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Puts the operation together as a configuration says. */
final class MessagesOperationFactory {

    private final LinkflowMessagesConfig config;
    private final TimeSource time;

    MessagesOperationFactory(LinkflowMessagesConfig config, TimeSource time) {
        this.config = config;
        this.time = time;
    }

    MessagesOperation operation() {
        Channel channel = channel();
        NullValues nullValues = NullValues.of(config.getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES));
        return new MessagesOperation(mapping(channel), channel, nullValues);
    }

    private MessageMapping mapping(Channel channel) {
        PlatformTime form = new PlatformTime(
                ZoneOffset.of(config.getString(LinkflowAccountOptions.TIME_ZONE)),
                ZoneId.of(config.getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE)));
        MessageTime messageTime = new MessageTime(config.pathOrNull(MessageKeys.TIMESTAMP_FIELD), form, time);
        MessageIds ids = new MessageIds(
                config.pathOrNull(MessageKeys.MESSAGE_ID_FIELD),
                config.textOrEmpty(MessageKeys.MESSAGE_ID_SEED),
                config.originalsStrings().getOrDefault("name", ""));
        RecordText domain = text(MessageKeys.MESSAGE_DOMAIN, MessageKeys.MESSAGE_DOMAIN_FIELD);
        return new MessageMapping(
                domain, endpoints(form, messageTime.isConfigured()), channel, identities(), messageTime, ids);
    }

    private Map<MessageDomain, Endpoint> endpoints(PlatformTime form, boolean timestampIsConfigured) {
        boolean sendsNulls = MessageKeys.SEND.equals(config.getString(MessageKeys.BEHAVIOR_ON_NULL_FIELDS));
        WriteTables tables = new WriteTables(form, sendsNulls ? NullFields.SEND : NullFields.OMIT);
        DataFields fields = new DataFields(PathAndName.parseAll(config.getList(MessageKeys.DATA_FIELDS)));
        RecordText eventName = text(MessageKeys.EVENT_NAME, MessageKeys.EVENT_NAME_FIELD);
        DocumentedData orders = tables.order();
        EventData events = new EventData(fields, tables, eventName, timestampIsConfigured);
        return Map.of(
                MessageDomain.CONTACT,
                new Endpoint(MessageKeys.MESSAGES_PATH, "contact", new ContactData(fields, tables)),
                MessageDomain.EVENT,
                new Endpoint(MessageKeys.MESSAGES_PATH, "event", events),
                MessageDomain.ORDER,
                new Endpoint(
                        config.getString(MessageKeys.ORDER_PATH),
                        config.getString(MessageKeys.ORDER_DOMAIN),
                        (order, timestamp) -> orders.of(fields.of(order, WriteTables.READING_ONLY))));
    }

    private IdentityMapping identities() {
        IgnoredValues ignored = new IgnoredValues(config.getList(MessageKeys.IDENTITY_IGNORED_VALUES));
        FieldPath list = config.pathOrNull(MessageKeys.IDENTITIES_FIELD);
        return list == null
                ? new IdentityFields(PathAndName.parseAll(config.getList(MessageKeys.IDENTITY_FIELDS)), ignored)
                : new IdentitiesField(list, ignored);
    }

    private Channel channel() {
        FieldPath type = config.pathOrNull(MessageKeys.CHANNEL_TYPE_FIELD);
        RecordText typeOfRecord = type == null
                ? RecordText.fixed(null, MessageKeys.CHANNEL_TYPE)
                : RecordText.in(type, MessageKeys.CHANNEL_TYPE_FIELD);
        return new Channel(
                text(MessageKeys.CHANNEL_KEY, MessageKeys.CHANNEL_KEY_FIELD),
                typeOfRecord,
                config.getString(MessageKeys.CHANNEL_TYPE));
    }

    private RecordText text(String key, String fieldKey) {
        FieldPath path = config.pathOrNull(fieldKey);
        return path == null ? RecordText.fixed(config.textOrNull(key), key) : RecordText.in(path, fieldKey);
    }
}
