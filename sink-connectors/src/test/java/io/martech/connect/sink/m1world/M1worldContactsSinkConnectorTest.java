package io.martech.connect.sink.m1world;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sink.contract.SimulatedPlatform;
import io.martech.connect.sink.contract.SinkConnectorContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class M1worldContactsSinkConnectorTest extends SinkConnectorContract {

    private static final String QUOTA = "rate.limit.requests.per.hour";

    @Override
    protected SinkConnector connector() {
        return new M1worldContactsSinkConnector();
    }

    @Override
    protected Class<? extends SinkTask> taskClass() {
        return M1worldContactsSinkConnector.Task.class;
    }

    @Override
    protected Map<String, String> least(String... more) {
        return M1worldContactsConfigTest.withKey(more);
    }

    @Override
    protected String requiredKey() {
        return "m1world.token";
    }

    @Override
    protected SimulatedPlatform newPlatform() {
        return new SimulatedM1world();
    }

    @Override
    protected Set<String> sharedOut() {
        return Set.of(QUOTA, "quota.share");
    }

    @ParameterizedTest
    @CsvSource({"2000, 3, 667 667 666", "2, 5, 1 1", "0, 2, 0 0", "2000, 1, 2000"})
    void the_hourly_quota_is_shared_out_over_the_tasks(String quota, int tasks, String shares) {
        SinkConnector connector = connector();
        connector.start(least(QUOTA, quota));

        assertThat(connector.taskConfigs(tasks).stream().map(task -> task.get(QUOTA)))
                .containsExactly(shares.split(" "));
    }

    @Test
    void a_quota_that_is_not_set_is_shared_out_too() {
        SinkConnector connector = connector();
        connector.start(least());

        assertThat(connector.taskConfigs(2)).extracting(task -> task.get(QUOTA)).isEqualTo(List.of("1000", "1000"));
    }

    @Test
    void an_apps_tokens_are_never_tried() {
        try (SimulatedM1world m1world = new SimulatedM1world()) {
            Map<String, String> app = M1worldContactsConfigTest.withApp(
                    "m1world.url", m1world.server.oauthUri().toString(),
                    "m1world.auth.url", m1world.server.authorization().uri().toString());

            assertThat(connector().validate(app).configValues())
                    .allSatisfy(value -> assertThat(value.errorMessages()).isEmpty());
            assertThat(m1world.server.authorization().requests().total()).isZero();
        }
    }
}
