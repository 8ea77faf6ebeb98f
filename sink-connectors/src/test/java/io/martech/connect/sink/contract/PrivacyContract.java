package io.martech.connect.sink.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

/**
 * No secret in any log or status, and no personal datum in a log above DEBUG or in a status. A connector adds its facts.
 *
 * @param <S> the platform
 */
public abstract class PrivacyContract<S extends SimulatedPlatform> {

    /** Whom the records are about. */
    protected String phone = "13912345678";

    protected static final String NAME = "诸葛亮";

    protected abstract S newPlatform();

    protected abstract SinkTask newTask();

    /** The least that the connector needs, and what is given on top, as key, value, key, value. */
    protected abstract Map<String, String> least(String... more);

    /** What the platform has to know beforehand. */
    protected void prepare(S platform) {}

    /** A record about the person that can be delivered. */
    protected abstract SinkRecord good(long offset);

    /** A record about the person that the platform refuses. */
    protected abstract SinkRecord refused(long offset);

    /** A record about the person that cannot be made into a message. */
    protected abstract SinkRecord unsuitable(long offset);

    /** Whether the platform's words about a refused record name the person. */
    protected abstract boolean refusalNamesThePerson();

    @Test
    void neither_logs_nor_the_status_tell_who_it_was() {
        List<String> statuses = new ArrayList<>();
        S platform = newPlatform();
        String secret = platform.access().get(platform.secretKey());
        prepare(platform);
        try (CapturedLog log = new CapturedLog();
                TaskRun<S> run = new TaskRun<>(platform, this::newTask)) {
            run.start(run.reaching(least("linger.ms", "50", "max.retries", "12")));
            platform.faults().inject(WireFault.SERVER_ERROR_WITH_TEXT, 0.3, Traffic.WRITE);
            platform.faults().inject(WireFault.RESET_AFTER_APPLYING, 0.3, Traffic.WRITE);
            run.put(List.of(good(0), refused(1), unsuitable(2)));
            run.untilAllIsCommitted();
            assertThat(run.reporter.reports()).hasSize(2);
            if (refusalNamesThePerson()) {
                assertThat(run.reporter.reports())
                        .extracting(report -> report.error().getMessage())
                        .as("the platform's words are in the dead letters, and only there")
                        .anyMatch(message -> message.contains(NAME));
            }
            run.reporter.reports().forEach(report -> statuses.add(CapturedLog.text(report.error())));

            platform.faults().outage(platform.fault(Outage.UNKNOWN_CODE), Traffic.WRITE);
            run.put(List.of(good(3)));
            statuses.add(CapturedLog.text(run.untilFailure()));
            run.stop();

            platform.faults().heal();
            run.context.reportTo(null);
            run.start(run.reaching(least()));
            run.put(List.of(refused(4)));
            statuses.add(CapturedLog.text(run.untilFailure()));

            assertThat(log.all()).as("the capture has power").isNotEmpty();
            assertThat(log.all()).noneMatch(line -> line.contains(secret));
            assertThat(log.aboveDebug()).noneMatch(line -> line.contains(phone) || line.contains(NAME));
            assertThat(statuses)
                    .noneMatch(status -> status.contains(phone) || status.contains(NAME) || status.contains(secret));
        }
    }
}
