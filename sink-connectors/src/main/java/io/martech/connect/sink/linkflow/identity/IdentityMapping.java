package io.martech.connect.sink.linkflow.identity;

import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** Says who a record is about. */
public interface IdentityMapping {

    /**
     * The person's identities, in the configured order, none twice; empty if the record names nobody.
     *
     * @throws RecordRejectedException if what the record holds cannot be an identity
     */
    List<Identity> of(SinkRecord record);

    /** The configuration key that chose this mapping. */
    String configurationKey();
}
