package io.martech.connect.client.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class AccountNameTest {

    private static final InitialGrant TOKEN = InitialGrant.of(Grant.refreshToken("secret-1"));

    @Test
    void isTheSameForTheSameAccountWhateverTheSchemeAndThePath() {
        assertThat(name("https://here/v2", "app", TOKEN)).isEqualTo(name("http://here", "app", TOKEN));
    }

    @Test
    void isAnotherForAnother() {
        AccountName name = name("http://here", "app", TOKEN);
        assertThat(name("http://there", "app", TOKEN)).isNotEqualTo(name);
        assertThat(name("http://here:8080", "app", TOKEN)).isNotEqualTo(name);
        assertThat(name("http://here", "another", TOKEN)).isNotEqualTo(name);
        assertThat(name("http://here", "app", InitialGrant.none())).isNotEqualTo(name);
        assertThat(name("http://here", "app", InitialGrant.of(Grant.refreshToken("secret-2"))))
                .isNotEqualTo(name);
    }

    @Test
    void makesAFileNameThatTellsNoSecret() {
        assertThat(name("http://here", "app", TOKEN).fileName()).matches("wukong-[0-9a-f]{16}");
    }

    private static AccountName name(String url, String app, InitialGrant begin) {
        return AccountName.of("Wukong", HttpUrl.get(url), app, begin);
    }
}
