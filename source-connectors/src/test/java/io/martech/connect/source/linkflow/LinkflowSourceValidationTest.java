package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules between keys, and whether the credentials work. */
class LinkflowSourceValidationTest {

    private final MockWebServer server = new MockWebServer();
    private final LinkflowSourceConnector connector = new LinkflowSourceConnector();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlyOneOfTwoQuotasCanCount() {
        assertThat(Validated.of(Properties.unchecked(
                                "rate.limit.requests.per.second", "5", "rate.limit.requests.per.hour", "2000"))
                        .onlyErrorOn("rate.limit.requests.per.hour"))
                .contains("rate.limit.requests.per.second")
                .contains("only one");
    }

    @Test
    void theLongestBackOffIsNotShorterThanTheFirst() {
        assertThat(Validated.of(Properties.unchecked("retry.backoff.ms", "1000", "retry.backoff.max.ms", "999"))
                        .onlyErrorOn("retry.backoff.max.ms"))
                .contains("retry.backoff.ms");
    }

    @Test
    void anExportNeedsTagsAnIdentityTypeItsChannelAndProgressRecords() {
        String[] export = {
            "resources", "tag-value-lines",
            "tag-value-lines.tag.keys", "tag_sf",
            "tag-value-lines.identity.type", "mobilePhone"
        };
        assertThat(Validated.of(Properties.unchecked(export)).errors()).isEmpty();
        assertThat(Validated.of(with(export, "tag-value-lines.tag.keys", "")).onlyErrorOn("tag-value-lines.tag.keys"))
                .contains("what to read");
        assertThat(Validated.of(with(export, "tag-value-lines.identity.type", ""))
                        .onlyErrorOn("tag-value-lines.identity.type"))
                .contains("mobilePhone");
        assertThat(Validated.of(with(export, "tag-value-lines.identity.type", "externalId"))
                        .onlyErrorOn("tag-value-lines.channel.id"))
                .contains("channel");
        assertThat(Validated.of(with(export, "progress.enabled", "false")).onlyErrorOn("progress.enabled"))
                .contains("tag-value-lines");
        assertThat(Validated.of(with(export, "tag-value-lines.failed.statuses", "FINISH"))
                        .onlyErrorOn("tag-value-lines.failed.statuses"))
                .contains("finished.statuses");
    }

    private static Map<String, String> with(String[] export, String key, String value) {
        Map<String, String> properties = Properties.unchecked(export);
        properties.put(key, value);
        return properties;
    }

    @Test
    void aResyncNeedsContactsThatTheCursorShows() {
        for (String key : List.of("resync.interval.ms", "resync.request")) {
            assertThat(Validated.of(Properties.unchecked(key, "1000", "contacts.anonymous", "all"))
                            .onlyErrorOn(key))
                    .contains("contacts.anonymous");
            assertThat(Validated.of(Properties.unchecked(
                                    key, "1000", "contacts.anonymous", "all", "resources", "orders"))
                            .errors())
                    .isEmpty();
        }
    }

    @Test
    void aResyncEndsAfterItBegins() {
        assertThat(Validated.of(Properties.unchecked(
                                "resync.request", "a", "resync.from", "2026-01-02", "resync.to", "2026-01-01"))
                        .onlyErrorOn("resync.to"))
                .contains("resync.from");
        assertThat(Validated.of(Properties.unchecked(
                                "resync.request", "a", "resync.from", "2026-01-01", "resync.to", "2026-01-02"))
                        .errors())
                .isEmpty();
    }

    @Test
    void whatIsReadByChoiceNeedsOne() {
        assertThat(Validated.of(Properties.unchecked("resources", "qrcodes")).onlyErrorOn("qrcodes.channel.ids"))
                .contains("qrcodes");
        assertThat(Validated.of(Properties.unchecked("resources", "group-members"))
                        .onlyErrorOn("group-members.group.ids"))
                .contains("group-members.group.name.pattern");
        assertThat(Validated.of(Properties.unchecked(
                                "resources", "group-members", "group-members.group.name.pattern", ".*"))
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lf.orders", "lf.contacts", "lf.order-lines", "lf.groups"})
    void progressRecordsNeedATopicOfTheirOwn(String topic) {
        assertThat(Validated.of(Properties.unchecked("progress.topic", topic)).onlyErrorOn("progress.topic"))
                .contains(topic);
        assertThat(Validated.of(Properties.unchecked("progress.topic", topic, "progress.enabled", "false"))
                        .errors())
                .as("switched off it shares nothing")
                .isEmpty();
    }

    @Test
    void aRuleBetweenKeysWaitsForItsOwnKeysOnly() {
        assertThat(Validated.of(Properties.unchecked(
                                "settle.lag.ms", "-1",
                                "retry.backoff.ms", "x",
                                "retry.backoff.max.ms", "1",
                                "rate.limit.requests.per.second", "5",
                                "rate.limit.requests.per.hour", "2000"))
                        .errors())
                .containsOnlyKeys("settle.lag.ms", "retry.backoff.ms", "rate.limit.requests.per.hour");
    }

    @Test
    void credentialsThatWorkAreFine() throws InterruptedException {
        server.enqueue(json(200, "{\"token\":\"t\",\"expiration\":\"2099-01-01 00:00:00\"}"));
        assertThat(Validated.of(connector, properties()).errors()).isEmpty();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/token");
    }

    @ParameterizedTest
    @CsvSource({"401, {}", "403, {}", "500, '{\"domain\":\"d\",\"code\":\"B00401\",\"message\":\"no\"}'"})
    void credentialsThatAreRefusedAreAnErrorOnBothKeys(int status, String body) {
        server.enqueue(json(status, body));
        Map<String, String> errors = Validated.of(connector, properties()).errors();
        assertThat(errors).containsOnlyKeys("linkflow.app.secret", "linkflow.app.key");
        assertThat(errors.get("linkflow.app.secret")).contains("Linkflow").doesNotContain(Properties.SECRET);
        assertThat(errors.get("linkflow.app.key")).contains("linkflow.app.secret");
    }

    @Test
    void aPlatformThatCannotBeReachedIsAnErrorOnTheAddress() {
        Map<String, String> properties = properties();
        server.close();
        assertThat(Validated.of(connector, properties).onlyErrorOn("linkflow.url"))
                .contains("could not be verified")
                .doesNotContain(Properties.SECRET);
    }

    /** Connect validates many times in a row, and each call may cost the account a token. */
    @Test
    void anAccountIsAskedAtMostOnceAMinute() {
        server.enqueue(json(401, "{}"));
        Map<String, String> properties = properties();
        for (int i = 0; i < 5; i++) {
            assertThat(Validated.of(connector, properties).errors())
                    .containsOnlyKeys("linkflow.app.secret", "linkflow.app.key")
                    .extractingByKey("linkflow.app.secret")
                    .asString()
                    .matches(i == 0 ? "(?s)(?!.*Tried ).*" : "(?s).*Tried \\d+ s ago.*");
            properties.put("poll.interval.ms", String.valueOf(1000 + i));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void correctedCredentialsAreTriedAtOnce() {
        server.enqueue(json(401, "{}"));
        server.enqueue(json(200, "{\"token\":\"t\",\"expiration\":\"2099-01-01 00:00:00\"}"));
        Map<String, String> properties = properties();
        assertThat(Validated.of(connector, properties).errors()).isNotEmpty();
        properties.put("linkflow.app.secret", "the-right-one");
        assertThat(Validated.of(connector, properties).errors()).isEmpty();
    }

    @Test
    void nobodyIsAskedIfItIsSwitchedOffOrAnythingElseIsWrong() {
        Map<String, String> off = properties();
        off.put("validate.credentials", "false");
        assertThat(Validated.of(connector, off).errors()).isEmpty();
        Map<String, String> wrong = properties();
        wrong.put("settle.lag.ms", "-1");
        assertThat(Validated.of(connector, wrong).errors()).containsOnlyKeys("settle.lag.ms");
        Map<String, String> contradictory = properties();
        contradictory.put("progress.topic", "lf.orders");
        assertThat(Validated.of(connector, contradictory).errors()).containsOnlyKeys("progress.topic");
        assertThat(server.getRequestCount()).isZero();
    }

    private Map<String, String> properties() {
        return Properties.with("linkflow.url", "http://127.0.0.1:" + server.getPort());
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
