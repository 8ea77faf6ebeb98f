package io.martech.connect.client.youmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** Computed with Python's hmac, hashlib and base64. */
    @Test
    void isTheHashOfSubjectNonceAndTimestampInBase64WithEscapesInLowerCase() {
        Signature signature =
                Signature.over("the-key", "the-app", "100000003", Instant.ofEpochSecond(1_519_700_000, 999));

        assertThat(signature.nonce()).isEqualTo("100000003");
        assertThat(signature.timestamp()).isEqualTo("1519700000");
        assertThat(signature.value()).isEqualTo("vSpVn7%2fVbpmTl5fXwuSH3%2bMI8qE%3d");
    }

    @Test
    void doesNotPrintWhatItHolds() {
        Signature signature = Signature.over("the-key", "the-app", "100000000", Instant.ofEpochSecond(1_519_700_000));

        assertThat(signature.toString()).doesNotContain(signature.value());
    }

    @Test
    void noncesAreNumbersOfNineDigitsThatDiffer() {
        Nonces nonces = new Nonces();
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            drawn.add(nonces.get());
        }
        assertThat(drawn).hasSizeGreaterThan(95).allMatch(nonce -> nonce.matches("[1-9]\\d{8}"));
    }
}
