package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.linkflow.Mapped.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.LinkflowFault;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** No secret in any log or status, and no personal datum in a log above DEBUG or in a status. */
class PrivacyTest {

    private static final String PHONE = "13912345678";
    private static final String NAME = "诸葛亮";

    @Test
    void neither_logs_nor_the_status_tell_who_it_was() {
        List<String> statuses = new ArrayList<>();
        try (CapturedLog log = new CapturedLog();
                TaskRun run = new TaskRun()) {
            run.start(run.reaching(Configs.contacts("linger.ms", "50")));
            run.server.faults().inject(WireFault.SERVER_ERROR_WITH_TEXT, 0.3, Traffic.WRITE);
            run.server.faults().inject(WireFault.RESET_AFTER_APPLYING, 0.3, Traffic.WRITE);
            run.put(List.of(
                    record(0, map("mobilePhone", PHONE, "name", NAME)),
                    record(1, map("mobilePhone", PHONE, "name", NAME, "poison", NAME)),
                    record(2, map("mobilePhone", PHONE, "name", NAME, "dateOfBirthday", NAME)),
                    record(3, map("mobilePhone", List.of(PHONE), "name", NAME))));
            run.untilAllIsCommitted();
            assertThat(run.reporter.reports()).hasSize(3);
            assertThat(run.reporter.reports())
                    .extracting(report -> report.error().getMessage())
                    .as("the platform's words are in the dead letters, and only there")
                    .anyMatch(message -> message.contains(NAME));
            run.reporter.reports().forEach(report -> statuses.add(CapturedLog.text(report.error())));

            run.server.faults().outage(LinkflowFault.UNKNOWN_CODE, Traffic.WRITE);
            run.put(List.of(record(4, map("mobilePhone", PHONE, "name", NAME))));
            statuses.add(CapturedLog.text(run.untilFailure()));
            run.stop();

            run.server.faults().heal();
            run.context.reportTo(null);
            run.start(run.reaching(Configs.contacts()));
            run.put(List.of(record(5, map("mobilePhone", PHONE, "name", NAME, "poison", NAME))));
            statuses.add(CapturedLog.text(run.untilFailure()));

            assertThat(log.all()).as("the capture has power").isNotEmpty();
            assertThat(log.all()).noneMatch(line -> line.contains(LinkflowTokens.APP_SECRET));
            assertThat(log.aboveDebug()).noneMatch(line -> line.contains(PHONE) || line.contains(NAME));
            assertThat(statuses)
                    .noneMatch(status -> status.contains(PHONE)
                            || status.contains(NAME)
                            || status.contains(LinkflowTokens.APP_SECRET));
        }
    }

    private static SinkRecord record(long offset, Map<String, Object> value) {
        return new SinkRecord(
                "people", 0, null, null, null, value, offset, Mapped.TIMESTAMP, TimestampType.CREATE_TIME);
    }
}
