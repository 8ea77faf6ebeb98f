package io.martech.connect.client.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class TokenParameterTest {

    private final TokenParameter token = new TokenParameter("token");

    @Test
    void standsInTheAddressOfAGet() {
        Request request = new Request.Builder()
                .url("http://here/all?groupIds=%5B1%5D&page=2")
                .build();

        assertThat(token.addedTo(request, "a+b&c").url().toString())
                .isEqualTo("http://here/all?groupIds=%5B1%5D&page=2&token=a%2Bb%26c");
    }

    @Test
    void standsInTheFormOfAPost() throws IOException {
        RequestBody form = new FormBody.Builder()
                .add("contacts", "[{\"name\":\"张 & 三\"}]")
                .addEncoded("page", "1")
                .build();

        Request request = token.addedTo(post(form), "a+b&c");

        assertThat(request.url().query()).isNull();
        assertThat(text(request))
                .isEqualTo(
                        "token=a%2Bb%26c&contacts=" + "%5B%7B%22name%22%3A%22%E5%BC%A0+%26+%E4%B8%89%22%7D%5D&page=1");
        assertThat(request.body().contentType()).isEqualTo(MediaType.get("application/x-www-form-urlencoded"));
    }

    @Test
    void makesAFormOfAPostWithoutABody() throws IOException {
        assertThat(text(token.addedTo(post(RequestBody.create(new byte[0], null)), "abc")))
                .isEqualTo("token=abc");
    }

    @Test
    void standsFirstInAnObjectWhoseNumbersStayExact() throws IOException {
        RequestBody json = RequestBody.create(
                "{\"wk_uid\":11111111111111112001,\"data\":[100.240]}",
                MediaType.get("application/json; charset=utf-8"));

        assertThat(text(token.addedTo(post(json), "abc")))
                .isEqualTo("{\"token\":\"abc\",\"wk_uid\":11111111111111112001,\"data\":[100.240]}");
    }

    private static Request post(RequestBody body) {
        return new Request.Builder().url("http://here/add").post(body).build();
    }

    private static String text(Request request) throws IOException {
        Buffer buffer = new Buffer();
        request.body().writeTo(buffer);
        return buffer.readUtf8();
    }
}
