package io.martech.connect.sink.linkflow.identity;

import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** Determines which contact a record is about. */
public interface IdentityMapping {

    /**
     * The contact's identities, in the configured order, without duplicates; empty if the record has none.
     *
     * @throws RecordRejectedException if a value cannot be an identity
     */
    List<Identity> of(SinkRecord record);

    /** The configuration key of this mapping. */
    String configurationKey();
}
