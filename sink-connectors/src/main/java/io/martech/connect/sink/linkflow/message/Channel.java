package io.martech.connect.sink.linkflow.message;

import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.RecordText;
import org.apache.kafka.connect.sink.SinkRecord;

/** The channel of a record's message: its key and its kind. */
public final class Channel {

    private final RecordText key;
    private final RecordText typeOfRecord;
    private final String typeOtherwise;

    /**
     * @param key {@code channel.key} or {@code channel.key.field}
     * @param typeOfRecord {@code channel.type.field}, or an absent text
     * @param typeOtherwise {@code channel.type}: for records without one
     */
    public Channel(RecordText key, RecordText typeOfRecord, String typeOtherwise) {
        this.key = key;
        this.typeOfRecord = typeOfRecord;
        this.typeOtherwise = typeOtherwise;
    }

    /** @throws RecordRejectedException if the record has no channel key */
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

    /** Whether all records use one channel, so that an unknown channel is a fault of the configuration. */
    boolean isFixed() {
        return key.isFixed();
    }
}
