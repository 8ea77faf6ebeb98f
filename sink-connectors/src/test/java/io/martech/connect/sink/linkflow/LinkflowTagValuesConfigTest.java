package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.contract.SinkConfigContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class LinkflowTagValuesConfigTest extends SinkConfigContract {

    @Override
    protected String secretKey() {
        return "linkflow.app.secret";
    }

    @Override
    protected SinkConnector connector() {
        return new LinkflowTagValuesSinkConnector();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.tags(more);
    }

    @Override
    protected Stream<Key> ownKeys() {
        return Stream.concat(
                LinkflowFacts.accountKeys(),
                Stream.of(
                        key(
                                "identity.fields",
                                REQUIRED,
                                "a.b:email,key:phone",
                                "",
                                "email",
                                ":email",
                                "email:",
                                "a:b,a:b"),
                        key("identity.ignored.values", List.of("0", "null", "undefined", "无"), "n/a"),
                        key("tag.fields", List.of(), "a.b:tag_b,tag_c:tag_c", "tag_b", "a..b:tag_b", "a:tag_b,c:tag_b"),
                        key("behavior.on.null.tags", "ignore", "delete", "omit", ""),
                        key("tags.refresh.interval.ms", 300_000L, "1", "0"),
                        key("tags.auto.create", false, "true", "perhaps"),
                        key("tags.auto.create.identity.type", null, "phone"),
                        key("tags.auto.create.channel.id", null, "17", "-1", "udc_12SyQfFmg")));
    }

    @Override
    protected Map<String, String> baseOf(Key key) {
        return key.name().equals("tags.auto.create")
                ? Configs.tags("tags.auto.create.identity.type", "phone")
                : Configs.tags();
    }

    @Test
    void new_tags_need_an_identity_type_and_those_for_external_ids_a_channel() {
        assertFault(
                Configs.tags("tags.auto.create", "true"),
                "tags.auto.create.identity.type",
                "set it, to phone for example");
        assertFault(
                Configs.tags("tags.auto.create", "true", "tags.auto.create.identity.type", "externalId"),
                "tags.auto.create.channel.id",
                "numeric id");
        assertThat(errors(Configs.tags(
                        "tags.auto.create",
                        "true",
                        "tags.auto.create.identity.type",
                        "externalId",
                        "tags.auto.create.channel.id",
                        "1")))
                .isEmpty();
        assertThat(errors(Configs.tags("tags.auto.create.identity.type", "externalId")))
                .isEmpty();
    }

    @Test
    void a_tag_that_may_have_to_be_created_has_a_key_that_can_be() {
        assertFault(
                Configs.tags(
                        "tags.auto.create", "true", "tags.auto.create.identity.type", "phone", "tag.fields", "a:Level"),
                "tag.fields",
                "Level");
        assertThat(errors(Configs.tags("tag.fields", "a:Level"))).isEmpty();
    }

    @Test
    void every_fault_is_told_at_once() {
        Map<String, String> config = Configs.tags(
                "linkflow.app.secret", null, "identity.fields", "", "batch.size", "0", "tags.auto.create", "true");

        assertThat(errors(config).keySet())
                .isEqualTo(Set.of(
                        "linkflow.app.secret", "identity.fields", "batch.size", "tags.auto.create.identity.type"));
    }

    @Test
    void a_task_refuses_what_breaks_a_rule() {
        assertThatThrownBy(() -> new LinkflowTagValuesConfig(Configs.tags("tags.auto.create", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tags.auto.create.identity.type");
    }

    @Test
    void the_values_of_a_choice_are_offered() {
        assertThat(definition("behavior.on.null.tags").recommender.validValues("behavior.on.null.tags", Map.of()))
                .containsExactly("ignore", "delete");
    }
}
