package io.martech.connect.client.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain-1", "a/b+c==", "p%q&r s", "\u4e2d\u6587*~!", "$1\\Q{}"})
    void aSecretIsTakenOutOfThePlatformsWordsHoweverItIsEncoded(String secret) {
        String inAForm = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String inAnAddress = HttpUrl.get("http://host/")
                .newBuilder()
                .addQueryParameter("token", secret)
                .build()
                .toString();
        String inOkHttpsForm =
                new FormBody.Builder().add("token", secret).build().encodedValue(0);
        String words = String.join(
                " | ",
                secret,
                inAForm,
                inAForm.toLowerCase(java.util.Locale.ROOT).equals(inAForm) ? inAForm : lowerCaseEscapes(inAForm),
                inAnAddress,
                inOkHttpsForm,
                URLEncoder.encode(inAForm, StandardCharsets.UTF_8));

        Classification classification =
                Classification.retry("answered").saying("E1", words).without(secret);

        assertThat(classification.platformMessage()).isEqualTo("*** | *** | *** | http://host/?token=*** | *** | ***");
    }

    private static String lowerCaseEscapes(String encoded) {
        return java.util.regex.Pattern.compile("%[0-9A-F]{2}").matcher(encoded).replaceAll(escape -> escape.group()
                .toLowerCase(java.util.Locale.ROOT));
    }
}
