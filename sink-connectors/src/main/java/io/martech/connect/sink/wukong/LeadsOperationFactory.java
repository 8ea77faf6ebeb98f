package io.martech.connect.sink.wukong;

import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Puts the operation together as a configuration says. */
final class LeadsOperationFactory {

    /** Only for times that somebody puts into a text: the platform has none. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final String PATH_V1 = "/importv1/potential";
    private static final String PATH_V2 = "/openv1/import";

    private final WukongLeadsConfig config;

    LeadsOperationFactory(WukongLeadsConfig config) {
        this.config = config;
    }

    LeadsOperation operation() {
        LeadMapping mapping = new LeadMapping(
                PathAndName.parseAll(config.getList(LeadKeys.LEAD_FIELDS)),
                uid(),
                NullValues.of(config.getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES)),
                new PlatformTime(ZONE, ZoneId.of(config.getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE))));
        boolean isFirst = WukongAccountOptions.V1.equals(config.getString(WukongAccountOptions.API_REVISION));
        return new LeadsOperation(mapping, isFirst ? PATH_V1 : PATH_V2);
    }

    private RecordText uid() {
        String field = config.getString(LeadKeys.UID_FIELD);
        return field.isEmpty()
                ? RecordText.fixed(config.getString(LeadKeys.UID), LeadKeys.UID)
                : RecordText.in(FieldPath.of(field), LeadKeys.UID_FIELD);
    }
}
