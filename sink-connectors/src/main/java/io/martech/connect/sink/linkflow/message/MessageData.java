package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.connect.sink.SinkRecord;

/** Makes the {@code data} of one domain's messages. */
public interface MessageData {

    /**
     * @param timestamp when it happened, in epoch milliseconds
     * @throws UnsuitableValueException naming the field, if one cannot take its documented form
     * @throws io.martech.connect.sink.operation.RecordRejectedException if the record lacks something that the domain needs
     */
    ObjectNode of(SinkRecord record, long timestamp);
}
