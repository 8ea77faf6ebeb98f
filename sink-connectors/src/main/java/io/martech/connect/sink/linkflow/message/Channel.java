package io.martech.connect.sink.linkflow.message;

import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.RecordText;
import org.apache.kafka.connect.sink.SinkRecord;

/** The channel under which a record's message is booked: its key and its kind. */
public final class Channel {

    private final RecordText key;
    private final RecordText typeOfRecord;
    private final String typeOtherwise;

    /**
     * @param key {@code channel.key} or {@code channel.key.field}
     * @param typeOfRecord {@code channel.type.field}, or a text that is never there
     * @param typeOtherwise {@code channel.type}: for records that name none
     */
    public Channel(RecordText key, RecordText typeOfRecord, String typeOtherwise) {
        this.key = key;
        this.typeOfRecord = typeOfRecord;
        this.typeOtherwise = typeOtherwise;
    }

    /** @throws RecordRejectedException if the record names no channel */
    String keyOf(SinkRecord record) {
        return key.required(record);
    }

    /** @throws RecordRejectedException if messages of that domain have no such kind of channel */
    String typeOf(SinkRecord record, MessageDomain domain) {
        String type = typeOfRecord.of(record).orElse(typeOtherwise);
        if (!domain.channelTypes().contains(type)) {
            throw new RecordRejectedException(
                    typeOfRecord.configurationKey(),
                    "The type of channel does not fit messages of the domain " + domain.word() + ", which need"
                            + " one of " + String.join(", ", domain.channelTypes())
                            + ". See " + LinkflowMessagesOptions.CHANNEL_TYPE + " and "
                            + LinkflowMessagesOptions.CHANNEL_TYPE_FIELD + ".");
        }
        return type;
    }

    /** Whether all records go to one channel, so that an unknown channel is nobody's fault but the configuration's. */
    boolean isFixed() {
        return key.isFixed();
    }
}
