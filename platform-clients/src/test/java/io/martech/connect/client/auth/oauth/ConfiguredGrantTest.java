package io.martech.connect.client.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfiguredGrantTest {

    @Test
    void isATokenACodeOrNothing() {
        assertThat(InitialGrant.configured("wukong", " abc ", "", null))
                .isEqualTo(InitialGrant.of(Grant.refreshToken("abc")));
        assertThat(InitialGrant.configured("wukong", null, "abc", " "))
                .isEqualTo(InitialGrant.of(Grant.authorizationCode("abc", null)));
        assertThat(InitialGrant.configured("m1world", "", "abc", "http://here"))
                .isEqualTo(InitialGrant.of(Grant.authorizationCode("abc", "http://here")));
        assertThat(InitialGrant.configured("wukong", " ", null, null)).isEqualTo(InitialGrant.none());
    }

    @Test
    void isNotBoth() {
        assertThatThrownBy(() -> InitialGrant.configured("wukong", "secret-1", "secret-2", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("wukong.refresh.token", "wukong.authorization.code")
                .hasMessageNotContaining("secret");
    }
}
