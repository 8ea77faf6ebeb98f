package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.connect.sink.SinkRecord;

/** Creates the {@code data} of one domain's messages. */
public interface MessageData {

    /**
     * @param timestamp when the event happened, in epoch milliseconds
     * @throws UnsuitableValueException naming the field, if one cannot be converted to its documented form
     * @throws io.martech.connect.sink.operation.RecordRejectedException if the record lacks a field that the domain
     *     requires
     */
    ObjectNode of(SinkRecord record, long timestamp);
}
