package io.martech.connect.sink.linkflow.message;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.engine.Message;
import io.martech.connect.sink.engine.SingleRequestOperation;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.NullValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/** Writes contacts, events and orders as messages. */
public final class MessagesOperation implements SingleRequestOperation<LinkflowMessage> {

    private final MessageMapping mapping;
    private final Channel channel;
    private final NullValues nullValues;

    public MessagesOperation(MessageMapping mapping, Channel channel, NullValues nullValues) {
        this.mapping = mapping;
        this.channel = channel;
        this.nullValues = nullValues;
    }

    @Override
    public Optional<Message<LinkflowMessage>> map(SinkRecord record) {
        if (nullValues.skip(record)) {
            return Optional.empty();
        }
        LinkflowMessage message = mapping.of(record);
        Set<Object> people = message.addressee().identities().stream()
                .map(Identity::conflictKey)
                .collect(Collectors.toSet());
        return Optional.of(new Message<>(message.addressee(), people, message));
    }

    @Override
    public ApiRequest request(List<LinkflowMessage> messages) {
        return MessageRequest.of(messages);
    }

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        boolean unknownChannel = MessageRequest.UNKNOWN_CHANNEL.contains(refusal.code());
        return unknownChannel && channel.isFixed()
                ? Optional.of("Linkflow does not know the channel of " + MessageKeys.CHANNEL_KEY
                        + ": correct it and restart the task. Nothing was lost. " + refusal.getMessage())
                : Optional.empty();
    }
}
