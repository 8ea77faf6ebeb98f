package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key: what it is if nobody sets it, what it may be, and that a wrong value is an error on that very key. */
class LinkflowSourceConfigTest {

    /** A line for each key: its default, a value that it takes, one that it refuses, and a word of the refusal. */
    private static final String KEYS = """
            linkflow.url                   | https://cdp-api.linkflowtech.com | http://127.0.0.1:8080/cdp | cdp-api.linkflowtech.com | http
            linkflow.app.key               | *                     | another-key         | 'a key'         | blank
            linkflow.app.secret            | *                     | another-secret      | ''              | empty
            linkflow.time.zone             | +08:00                | -05:30              | Asia/Shanghai   | fixed offset
            linkflow.reauthenticate.codes  | []                    | B00010,B00093       | B00010 B00093   | error code
            linkflow.retry.codes           | []                    | B00010              | 'B1,,B2'        | error code
            resources                      | [orders, contacts]    | contacts,tags       | orders,people   | orders, contacts
            orders.poll.interval.ms        | null                  | 1                   | 0               | millisecond
            contacts.poll.interval.ms      | null                  | 1                   | 0               | millisecond
            groups.poll.interval.ms        | 300000                | 1                   | 0               | millisecond
            tags.poll.interval.ms          | 300000                | 1                   | 0               | millisecond
            folders.poll.interval.ms       | 300000                | 1                   | 0               | millisecond
            deletes.enabled                | false                 | true                | 1               | deletes.enabled
            resource.failure.action        | retry                 | fail                | ignore          | one of retry, fail
            malformed.rows                 | topic                 | fail                | skip            | one of topic, fail
            max.queue.size.in.bytes        | 67108864              | 1000000             | 0               | 1 or more
            deletes.max.percent            | 5                     | 100                 | 101             | no more than 100
            qrcodes.poll.interval.ms       | 300000                | 1                   | 0               | millisecond
            group-members.poll.interval.ms | 300000                | 1                   | 0               | millisecond
            group-members.group.ids        | []                    | 47,51               | vip             | numeric ids
            group-members.group.name.pattern | ''                  | vip.*               | vip(            | regular expression
            group-members.pass.interval.ms | 0                     | 86400000            | -1              | never
            reports.poll.interval.ms       | 300000                | 1                   | 0               | millisecond
            dashboards.poll.interval.ms    | 300000                | 1                   | 0               | millisecond
            tag-values.poll.interval.ms    | 300000                | 1                   | 0               | millisecond
            reports.ids                    | []                    | 404,410             | first           | numeric ids
            dashboards.ids                 | []                    | 1                   | first           | numeric ids
            tag-values.contact.ids         | []                    | 29                  | 13888888888a    | numeric ids
            tag-value-lines.poll.interval.ms | 300000              | 1                   | 0               | millisecond
            tag-value-lines.tag.keys       | []                    | tag_sf,tag_city     | sf              | tag keys
            tag-value-lines.identity.type  | ''                    | mobilePhone         | a b             | identity type
            tag-value-lines.channel.id     | ''                    | 111                 | udc_1           | numeric id
            tag-value-lines.interval.ms    | 86400000              | 1                   | 0               | millisecond
            tag-value-lines.timeout.ms     | 21600000              | 1                   | 0               | millisecond
            tag-value-lines.finished.statuses | [FINISH]           | DONE                | a b             | statuses
            tag-value-lines.failed.statuses | [ERROR, CALC_ERROR]  | ERROR               | a b             | statuses
            tag-value-lines.forgotten.codes | [B00008]             | B00009              | a b             | error codes
            tag-value-lines.charset        | UTF-8                 | GBK                 | utf-9           | encoding
            tag-value-lines.line.max.characters | 100000           | 1                   | 0               | 1 or more
            contacts.enrichment            | []                    | identities,tags     | all             | identities, tags
            qrcodes.channel.ids            | []                    | ww0b8772cfc1ed757c  | a b             | separated by commas
            poll.interval.ms               | 10000                 | 1                   | 0               | millisecond
            start.time                     | ''                    | 2026-01-01 08:00:00 | 2026-13-01      | 2026-01-01
            settle.lag.ms                  | 5000                  | 0                   | -1              | millisecond
            lookback.ms                    | 60000                 | 0                   | -1              | millisecond
            topic.prefix                   | *                     | crm.linkflow        | a b             | letters
            progress.enabled               | true                  | false               | perhaps         | progress.enabled
            progress.topic                 | ''                    | of-reading          | a/b             | letters
            decimal.handling.mode          | precise               | double              | float           | precise, string, double
            timestamp.handling.mode        | connect               | iso                 | epoch           | connect, iso
            custom.properties.mode            | json                  | map                 | struct          | json, map
            order.lines                    | nested                | both                | none            | nested, topic, both
            contacts.anonymous             | named                 | all                 | -1              | named, anonymous, all
            contacts.open.ids              | true                  | false               | 1               | contacts.open.ids
            contacts.window.precision      | auto                  | second              | minute          | auto, second, day
            resync.interval.ms             | 0                     | 86400000            | -1              | never
            resync.request                 | ''                    | ticket-7            | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | 200
            resync.from                    | ''                    | 2026-01-01          | 2026-13-01      | 2026-01-01
            resync.to                      | ''                    | 2026-01-01 08:00:00 | yesterday       | 2026-01-01
            max.in.flight.requests         | 32                    | 1                   | 0               | 1 or more
            rate.limit.requests.per.second | 0                     | 5                   | -1              | no limit
            rate.limit.requests.per.hour   | 0                     | 2000                | -1              | no limit
            request.timeout.ms             | 60000                 | 1                   | 0               | millisecond
            connect.timeout.ms             | 10000                 | 1                   | 0               | millisecond
            proxy.url                      | ''                    | http://proxy:3128   | proxy:3128      | http
            validate.credentials           | true                  | false               | maybe           | validate.credentials
            max.retries                    | -1                    | 3                   | -2              | without end
            retry.backoff.ms               | 500                   | 1                   | 0               | millisecond
            retry.backoff.max.ms           | 60000                 | 500                 | soon            | soon
            """;

    private static final List<String[]> LINES = KEYS.lines()
            .map(line -> line.split(" *\\| *"))
            .map(LinkflowSourceConfigTest::unquoted)
            .toList();

    private static String[] unquoted(String[] cells) {
        String[] unquoted = cells.clone();
        for (int i = 0; i < cells.length; i++) {
            unquoted[i] = cells[i].strip().replaceAll("^'(.*)'$", "$1");
        }
        return unquoted;
    }

    @Test
    void everyKeyHasItsLineHere() {
        assertThat(LINES.stream().map(cells -> cells[0]))
                .containsExactlyInAnyOrderElementsOf(
                        LinkflowSourceOptions.definition().names());
    }

    @Test
    void everyKeyHasItsDefault() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        LinkflowSourceOptions config = new LinkflowSourceOptions(Properties.REQUIRED);
        for (String[] cells : LINES) {
            boolean mustBeSet = cells[1].equals("*");
            ConfigKey key = LinkflowSourceOptions.definition().configKeys().get(cells[0]);
            expected.put(cells[0], cells[1]);
            found.put(
                    cells[0],
                    mustBeSet && !key.hasDefault()
                            ? "*"
                            : String.valueOf(config.values().get(cells[0])));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whatHasNoDefaultMustBeSet() {
        assertThat(Validated.of(Map.of("validate.credentials", "false")).errors())
                .containsOnlyKeys("linkflow.app.key", "linkflow.app.secret", "topic.prefix");
    }

    @Test
    void everyKeyTakesAValidValue() {
        for (String[] cells : LINES) {
            Validated validated = Validated.of(Properties.unchecked(cells[0], cells[2]));
            assertThat(validated.errors()).as(cells[0] + "=" + cells[2]).isEmpty();
            Object value = validated.value(cells[0]).value();
            String text = value instanceof Password secret
                    ? secret.value()
                    : String.valueOf(value).replaceAll("[\\[\\]]", "").replace(", ", ",");
            assertThat(text).as(cells[0]).isEqualTo(cells[2]);
        }
    }

    @Test
    void everyKeyRefusesAnInvalidValueWithAnErrorOnThatVeryKey() {
        for (String[] cells : LINES) {
            Map<String, String> properties = Properties.unchecked();
            properties.put(cells[0], cells[3]);
            assertThat(Validated.of(properties).onlyErrorOn(cells[0]))
                    .as(cells[0] + "=" + cells[3])
                    .contains(cells[4]);
        }
    }

    /** JSON has null, and it must not become an exception. */
    @Test
    void everyKeyRefusesNullOrTakesItForNotSet() {
        for (String[] cells : LINES) {
            Map<String, String> properties = Properties.unchecked();
            properties.put(cells[0], null);
            Set<String> keysWithErrors = Validated.of(properties).errors().keySet();
            boolean mayBeNull = cells[1].equals("null");
            assertThat(keysWithErrors).as(cells[0] + "=null").isEqualTo(mayBeNull ? Set.of() : Set.of(cells[0]));
        }
    }

    @Test
    void everyKeyIsDocumentedAndHasItsPlace() {
        ConfigDef definition = LinkflowSourceOptions.definition();
        Map<String, Set<Integer>> ordersByGroup = new TreeMap<>();
        for (ConfigKey key : definition.configKeys().values()) {
            assertThat(key.documentation)
                    .as("documentation of %s", key.name)
                    .endsWith(".")
                    .hasSizeGreaterThan(30);
            assertThat(key.group).as("group of %s", key.name).isNotBlank();
            assertThat(key.orderInGroup).as("order of %s", key.name).isPositive();
            assertThat(ordersByGroup
                            .computeIfAbsent(key.group, group -> new TreeSet<>())
                            .add(key.orderInGroup))
                    .as("the place of %s in its group is its own", key.name)
                    .isTrue();
            assertThat(key.width).as("width of %s", key.name).isNotEqualTo(ConfigDef.Width.NONE);
            assertThat(key.displayName)
                    .as("display name of %s", key.name)
                    .isNotBlank()
                    .isNotEqualTo(key.name);
            assertThat(key.importance).as("importance of %s", key.name).isNotNull();
        }
        assertThat(ordersByGroup.keySet())
                .containsExactlyInAnyOrder(
                        "Linkflow account",
                        "Reading",
                        "Topics",
                        "Record format",
                        "Orders and contacts",
                        "Lists",
                        "Tag value exports (experimental)",
                        "Requests",
                        "Retries");
    }

    @Test
    void whereThereAreChoicesTheyAreOffered() {
        Validated validated = Validated.of(Properties.unchecked());
        for (ConfigKey key : LinkflowSourceOptions.definition().configKeys().values()) {
            boolean hasChoices = key.validator instanceof Recommender || key.type == ConfigDef.Type.BOOLEAN;
            assertThat(validated.value(key.name).recommendedValues().isEmpty())
                    .as("choices of %s are missing", key.name)
                    .isEqualTo(!hasChoices);
        }
        assertThat(validated.value("resources").recommendedValues()).contains("orders", "contacts", "groups");
    }

    @Test
    void theSecretIsNeverShown() {
        assertThat(Validated.of(Properties.unchecked()).values().toString()).doesNotContain(Properties.SECRET);
        assertThat(new LinkflowSourceOptions(Properties.REQUIRED).values().toString())
                .doesNotContain(Properties.SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | ''", "2026-01-01 | 2026-01-01T00:00", "2026-01-01 08:30:00 | 2026-01-01T08:30"})
    void theStartTimeIsLocal(String text, String time) {
        LinkflowSourceOptions config = new LinkflowSourceOptions(Properties.with("start.time", text));
        assertThat(config.startTime().map(LocalDateTime::toString).orElse("")).isEqualTo(time);
    }

    @Test
    void aResourceMayHaveAPollIntervalOfItsOwn() {
        LinkflowSourceOptions config = new LinkflowSourceOptions(
                Properties.with("poll.interval.ms", "20000", "contacts.poll.interval.ms", "60000"));
        assertThat(config.pollIntervalOf("orders")).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.pollIntervalOf("contacts")).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.pollIntervalOf("groups")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void topicsBeginWithThePrefix() {
        LinkflowSourceOptions config = new LinkflowSourceOptions(Properties.REQUIRED);
        assertThat(config.topicOf("orders")).isEqualTo("lf.orders");
        assertThat(config.progressTopic()).isEqualTo("lf.progress");
        assertThat(new LinkflowSourceOptions(Properties.with("progress.topic", "reading")).progressTopic())
                .isEqualTo("reading");
    }

    @Test
    void wordsBecomeWhatTheyMean() {
        assertThat(config("order.lines", "nested").orderLines()).isEqualTo(OrderLines.NESTED);
        assertThat(config("order.lines", "topic").orderLines()).isEqualTo(OrderLines.TOPIC);
        assertThat(config("order.lines", "both").orderLines()).isEqualTo(OrderLines.BOTH);
        assertThat(config("contacts.anonymous", "named").contactKind().parameter())
                .isZero();
        assertThat(config("contacts.anonymous", "anonymous").contactKind().parameter())
                .isEqualTo(1);
        assertThat(config("contacts.anonymous", "all").contactKind().parameter())
                .isEqualTo(-1);
        assertThat(config("contacts.window.precision", "auto").windowPrecisionOrNull())
                .isNull();
        assertThat(config("contacts.window.precision", "day").windowPrecisionOrNull())
                .isEqualTo(WindowPrecision.DAY);
        assertThat(config("linkflow.time.zone", "Z").zone()).isEqualTo(ZoneOffset.UTC);
    }

    private static LinkflowSourceOptions config(String key, String value) {
        return new LinkflowSourceOptions(Properties.with(key, value));
    }
}
