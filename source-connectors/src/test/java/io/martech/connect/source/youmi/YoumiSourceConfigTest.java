package io.martech.connect.source.youmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.account.youmi.YoumiAccountOptions;
import io.martech.connect.client.youmi.YoumiAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YoumiSourceConfigTest {

    private static final Map<String, String> VALID = Map.of(
            "name", "basics",
            "connector.class", YoumiSourceConnector.class.getName(),
            "youmi.app.id", "app",
            "youmi.app.key", "key",
            "validate.credentials", "false",
            "topic.prefix", "ym");

    @Test
    void aCursorIsBoundToTheAccountNotToItsSecrets() {
        assertThat(scope(VALID)).endsWith("; youmi.app.id=app");
        assertThat(scope(with("youmi.app.id", "another"))).isNotEqualTo(scope(VALID));
        assertThat(scope(with("youmi.app.key", "another"))).isEqualTo(scope(VALID));
        assertThat(scope(with("poll.interval.ms", "1"))).isEqualTo(scope(VALID));
    }

    private static String scope(Map<String, String> properties) {
        return new YoumiSourceOptions(properties).scope("basics");
    }

    @Test
    void whatMustBeGivenIsEnough() {
        assertThat(errors(VALID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "youmi.url,not an address",
        "youmi.app.id,''",
        "youmi.app.key,''",
        "youmi.token.field,''",
        "youmi.null.is.empty.list,perhaps",
        "youmi.account.kinds,''",
        "youmi.account.kinds,personal",
        "'youmi.account.kinds','3,3'",
        "youmi.counter.fields,a b",
        "youmi.retry.codes,1 2",
        "resources,friends",
        "poll.interval.ms,0",
        "labels.poll.interval.ms,-1",
        "topic.prefix,a b",
        "progress.topic,ym.ad-groups"
    })
    void anInvalidValueIsAnErrorOnThatVeryKey(String key, String value) {
        assertThat(errors(with(key, value))).containsOnlyKeys(key);
    }

    @Test
    void twoQuotasCannotBothCount() {
        Map<String, String> both = with("rate.limit.requests.per.second", "1");
        both.put("rate.limit.requests.per.hour", "1");
        assertThat(errors(both)).containsOnlyKeys("rate.limit.requests.per.hour");
    }

    @Test
    void theDefaultsAreThoseOfTheDocuments() {
        YoumiSourceOptions config = new YoumiSourceOptions(VALID);
        assertThat(config.resources())
                .containsExactly(
                        "wechat-accounts",
                        "staff",
                        "label-categories",
                        "labels",
                        "ad-groups",
                        "custom-attributes",
                        "staff-wechat-accounts");
        assertThat(config.accountKinds()).as("personal and WeCom").containsExactly("0", "3");
        assertThat(config.counters()).contains("ad_wechat_friend", "ad_wechat_new");
        assertThat(config.pollIntervalOf("labels")).hasMinutes(5);
        assertThat(YoumiAccountOptions.account(config))
                .isEqualTo(YoumiAccount.of(YoumiAccount.PUBLIC_URL, "app", "key"));
        assertThat(config.values()).as("a list has no time to begin at").doesNotContainKey("start.time");
    }

    @Test
    void whatIsConfiguredReachesTheAccount() {
        Map<String, String> properties = with("youmi.token.field", "token");
        properties.put("youmi.null.is.empty.list", "true");
        properties.put("youmi.reauthenticate.codes", "1");
        properties.put("youmi.retry.codes", "2,3");

        YoumiAccount.Leniency leniency =
                YoumiAccountOptions.account(new YoumiSourceOptions(properties)).leniency();

        assertThat(leniency.tokenField()).isEqualTo("token");
        assertThat(leniency.nullIsAnEmptyList()).isTrue();
        assertThat(leniency.reauthenticateCodes()).containsExactly("1");
        assertThat(leniency.retryCodes()).containsExactlyInAnyOrder("2", "3");
    }

    @Test
    void resourcesAreSpreadOverTasks() {
        YoumiSourceConnector connector = new YoumiSourceConnector();
        connector.start(VALID);
        assertThat(connector.taskConfigs(1)).hasSize(1);
        assertThat(connector.taskConfigs(20)).hasSize(7);
        assertThat(connector.exactlyOnceSupport(VALID)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void offsetsAreCheckedWhenAPersonAltersThem() {
        YoumiSourceConnector connector = new YoumiSourceConnector();
        Map<String, String> labels = Map.of("platform", "youmi", "resource", "labels");
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(labels, null);
        assertThat(connector.alterOffsets(VALID, offsets)).isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(VALID, Map.of(labels, Map.of("rows", "?"))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("to read the list again");
        assertThatThrownBy(() ->
                        connector.alterOffsets(VALID, Map.of(Map.of("platform", "youmi", "resource", "x"), Map.of())))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("ad-groups");
    }

    @Test
    void anotherAddressIsAnotherScopeAndOtherKindsOfAccountsAreNot() {
        YoumiSourceConnector connector = new YoumiSourceConnector();
        Map<String, String> accounts = Map.of("platform", "youmi", "resource", "wechat-accounts");
        String scope = new YoumiSourceOptions(VALID).scope("labels");
        Map<Map<String, ?>, Map<String, ?>> offsets = Map.of(accounts, Map.of("scope", scope));
        assertThat(connector.alterOffsets(VALID, offsets)).isTrue();
        assertThat(connector.alterOffsets(with("youmi.account.kinds", "0"), offsets))
                .as("what is not requested any more deletes nothing, and is known when it is again")
                .isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(with("youmi.url", "http://other:5001/publicapi/v1"), offsets))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("http://other:5001");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> properties = new HashMap<>(VALID);
        properties.put(key, value);
        return properties;
    }

    private static Map<String, List<String>> errors(Map<String, String> properties) {
        Map<String, List<String>> errors = new HashMap<>();
        new YoumiSourceConnector().validate(properties).configValues().forEach(value -> {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        });
        return errors;
    }
}
