package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.identity.IdentityMapping;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.RecordText;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** Converts a record to a message: contact, channel, data, time and id. */
public final class MessageMapping {

    private final RecordText domain;
    private final Map<MessageDomain, Endpoint> endpoints;
    private final Channel channel;
    private final IdentityMapping identities;
    private final MessageTime time;
    private final MessageIds ids;

    /**
     * The path of a domain's messages, and how their data is created.
     *
     * @param name the platform's name of the domain
     */
    public record Endpoint(String path, String name, MessageData data) {}

    public MessageMapping(
            RecordText domain,
            Map<MessageDomain, Endpoint> endpoints,
            Channel channel,
            IdentityMapping identities,
            MessageTime time,
            MessageIds ids) {
        this.domain = domain;
        this.endpoints = Map.copyOf(endpoints);
        this.channel = channel;
        this.identities = identities;
        this.time = time;
        this.ids = ids;
    }

    /**
     * @throws RecordRejectedException if the record cannot be converted; names the configuration key, without personal
     *     data
     */
    LinkflowMessage of(SinkRecord record) {
        MessageDomain recordDomain = domainOf(record);
        Endpoint endpoint = endpoints.get(recordDomain);
        MessageAddressee addressee = new MessageAddressee(
                endpoint.path(),
                recordDomain == MessageDomain.ORDER,
                channel.keyOf(record),
                channel.typeOf(record, recordDomain),
                identitiesOf(record));
        String id = ids.messageId(record, endpoint.name(), recordDomain.action());
        ObjectNode message = Json.object();
        message.put("message_id", id);
        message.put("domain", endpoint.name());
        message.put("action", recordDomain.action());
        long timestamp = time.of(record);
        message.put("ts", timestamp);
        message.set("data", dataOf(record, endpoint, timestamp));
        return new LinkflowMessage(addressee, id, message);
    }

    private MessageDomain domainOf(SinkRecord record) {
        return MessageDomain.of(domain.required(record))
                .orElseThrow(() -> new RecordRejectedException(
                        domain.configurationKey(),
                        "Its domain (" + domain.configurationKey() + ") must be contact, event or order."));
    }

    private List<Identity> identitiesOf(SinkRecord record) {
        List<Identity> found = identities.of(record);
        if (found.isEmpty()) {
            throw new RecordRejectedException(
                    identities.configurationKey(),
                    "It has no identity: all fields of " + identities.configurationKey() + " are empty, or one" + " of "
                            + SharedOptions.IDENTITY_IGNORED_VALUES + ".");
        }
        return found;
    }

    private static ObjectNode dataOf(SinkRecord record, Endpoint endpoint, long timestamp) {
        try {
            return endpoint.data().of(record, timestamp);
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException("field " + unsuitable.field(), unsuitable.getMessage());
        }
    }
}
