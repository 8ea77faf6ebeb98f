package io.martech.connect.sink.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.PlatformAccess;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.engine.FakePlatform;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class SinkDefinitionTest {

    @Test
    void a_client_is_closed_if_what_it_is_for_cannot_be_made() {
        ConfigDef definition = new ConfigDef();
        SinkKeys.define(definition, "acme", 1);
        HttpOptions.define(definition);
        FakePlatform client = new FakePlatform();
        PlatformAccess<String> access =
                new PlatformAccess<>("acme", config -> "", List.of(), (account, http, time, listener) -> client, null);
        SinkDefinition<AbstractConfig> sink = new SinkDefinition<>(
                access,
                definition,
                List.of(),
                properties -> new AbstractConfig(definition, properties, false),
                (options, opened, time) -> {
                    throw new IllegalStateException("no operation");
                });

        assertThatThrownBy(() -> sink.engine(Map.of(), null, TimeSource.system()))
                .hasMessage("no operation");
        assertThat(client.isClosed()).isTrue();
    }
}
