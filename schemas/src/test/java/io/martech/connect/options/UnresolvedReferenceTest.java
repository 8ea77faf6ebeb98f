package io.martech.connect.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvedReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "${file:a.properties:b}, ${file:a.properties:b}, 'file', the file has no such key",
        "https://${env:HOST}/x, ${env:HOST}, 'env', the provider has no such entry",
        "s3cr3t${vault:p:k}s3cr3t, ${vault:p:k}, 'vault', no such entry",
        "${secret}, ${secret}, names no config provider, ${file:",
        "' ${secret} ', ${secret}, names no config provider, ${file:"
    })
    void isToldWithNothingElseOfTheValue(String text, String reference, String provider, String remedy) {
        assertThat(UnresolvedReference.faultOf(text).orElseThrow())
                .startsWith("it still reads " + reference)
                .contains(provider, remedy)
                .doesNotContain("s3cr3t", "HOST}/x");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "pa${ss}word", "a${b:c", "$1{a:b}", "https://a.b/c"})
    void otherTextsHoldNone(String text) {
        assertThat(UnresolvedReference.faultOf(text)).isEmpty();
    }

    /** So that a task tells it too, which may run on another worker than the connector. */
    @Test
    void addressesAndCredentialsAreRefusedForIt() {
        String reference = "${file:linkflow.properties:x}";
        assertThatThrownBy(() -> UrlValidator.ofPlatform("http://x").ensureValid("some.url", reference))
                .hasMessageContaining("some.url: it still reads " + reference)
                .hasMessageNotContaining("must begin");
        assertThatThrownBy(() -> Validators.credential().ensureValid("some.key", reference))
                .hasMessageContaining("some.key: it still reads " + reference);
        assertThatThrownBy(() -> Validators.credentialOrEmpty().ensureValid("some.secret", new Password(reference)))
                .hasMessageContaining("some.secret: it still reads " + reference);
    }
}
