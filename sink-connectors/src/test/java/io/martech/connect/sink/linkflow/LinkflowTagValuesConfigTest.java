package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.contract.SinkConfigContract;
import io.martech.connect.sink.contract.TestConfig;
import java.util.Arrays;
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
                        key("tags.auto.create.channel.id", null, "17", "-1", "udc_12SyQfFmg"),
                        key("tags.write.mode", "values", "values", "file", ""),
                        key(
                                "tags.file.columns",
                                List.of("identity", "value"),
                                "value,identity,type",
                                "",
                                "identity,identity",
                                "name"),
                        key("tags.file.header", List.of("identity", "value"), "身份,标签值"),
                        key("tags.file.separator", "comma", "tab", ","),
                        key("tags.file.quotes", "needed", "never", ""),
                        key("tags.file.line.end", "lf", "crlf", "cr"),
                        key("tags.file.charset", "UTF-8", "GBK", "UTF-9", "", "x y"),
                        key("tags.file.name", "{tag}-{id}.csv", "tag.txt", "", "a/b.csv", "a\\b.csv"),
                        key("tags.file.content.type", "text/csv", "application/octet-stream", "csv", ""),
                        key("tags.file.operate", "append", "overwrite", "replace"),
                        key("tags.file.confirmation", "calculated", "accepted", "none"),
                        key("tags.calculation.poll.interval.ms", 5_000L, "1", "0"),
                        key("tags.calculation.timeout.ms", 1_800_000L, "60000", "0")));
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
    void what_a_file_cannot_say_is_refused_on_the_key_that_asks_for_it() {
        assertFault(Configs.tagFiles("behavior.on.null.tags", "delete"), "behavior.on.null.tags", "tags.write.mode");
        assertFault(
                Configs.tagFiles("identity.fields", "a:mobilePhone,b:email"), "identity.fields", "tags.file.columns");
        assertFault(Configs.tagFiles("tags.file.columns", "identity,tag"), "tags.file.columns", "identity and value");
        assertFault(Configs.tagFiles("tags.file.header", "身份"), "tags.file.header", "2 columns");
        assertFault(
                Configs.tagFiles("tags.file.header", "身份,值", "tags.file.charset", "ISO-8859-1"),
                "tags.file.header",
                "ISO-8859-1");
        assertFault(
                Configs.tagFiles("tags.calculation.timeout.ms", "4"),
                "tags.calculation.poll.interval.ms",
                "tags.calculation.timeout.ms");
        assertThat(errors(Configs.tagFiles())).isEmpty();
        assertThat(errors(Configs.tagFiles("tags.file.header", ""))).isEmpty();
        assertThat(errors(Configs.tagFiles(
                        "identity.fields",
                        "a:mobilePhone,b:email",
                        "tags.file.columns",
                        "type,identity,value",
                        "tags.file.header",
                        "type,identity,value")))
                .isEmpty();
        assertThat(errors(Configs.tags("behavior.on.null.tags", "delete", "tags.file.columns", "value")))
                .as("no file is made")
                .isEmpty();
    }

    @Test
    void files_hold_many_people_unless_a_size_is_set() {
        LinkflowTagValuesOptions files = new LinkflowTagValuesOptions(Configs.tagFiles("linger.ms", null));
        assertThat(files.getInt("batch.size")).isEqualTo(10_000);
        assertThat(files.getLong("linger.ms")).isEqualTo(60_000);
        assertThat(new LinkflowTagValuesOptions(Configs.tagFiles("batch.size", "7")).getInt("batch.size"))
                .isEqualTo(7);
        assertThat(new LinkflowTagValuesOptions(Configs.tags()).getInt("batch.size"))
                .isEqualTo(50);
    }

    @Test
    void files_are_written_one_at_a_time() {
        assertFault(Configs.tagFiles("max.in.flight.requests", "4"), "max.in.flight.requests", "tags.write.mode");
        for (String wanted : Arrays.asList(null, "1", "32")) {
            Map<String, String> config = Configs.tagFiles("max.in.flight.requests", wanted);
            assertThat(errors(config)).isEmpty();
            assertThat(new LinkflowTagValuesOptions(config).getInt("max.in.flight.requests"))
                    .isEqualTo(1);
        }
        assertThat(new LinkflowTagValuesOptions(Configs.tags("max.in.flight.requests", "4"))
                        .getInt("max.in.flight.requests"))
                .isEqualTo(4);
    }

    @Test
    void a_header_without_quotes_holds_nothing_that_needs_them() {
        String[] pipes = {"tags.file.quotes", "never", "tags.file.separator", "pipe"};
        assertFault(
                TestConfig.with(Configs.tagFiles(pipes), "tags.file.header", "identity|id,value"),
                "tags.file.header",
                "tags.file.separator");
        assertThat(errors(TestConfig.with(Configs.tagFiles(pipes), "tags.file.header", "identity;id,value")))
                .isEmpty();
        assertThat(errors(Configs.tagFiles("tags.file.separator", "pipe", "tags.file.header", "identity|id,value")))
                .isEmpty();
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
        assertThatThrownBy(
                        () -> LinkflowTagValuesSinkConnector.DEFINITION.parse(Configs.tags("tags.auto.create", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tags.auto.create.identity.type");
    }

    @Test
    void the_values_of_a_choice_are_offered() {
        assertThat(definition("behavior.on.null.tags").recommender.validValues("behavior.on.null.tags", Map.of()))
                .containsExactly("ignore", "delete");
    }
}
