package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final RetryPolicy STOPPING = RetryPolicy.withoutEnd(Duration.ZERO, Duration.ZERO);

    private static final String NAMED = "qrcodes.channel.ids";
    private static final CallResult REFUSED = CallResult.answered(
            Classification.of(Category.REJECT, "answered HTTP 500 with code B00022")
                    .saying("B00022", "渠道\n不存在"),
            500);
    private static final CallResult UNKNOWN = CallResult.answered(
            Classification.unknown("answered HTTP 404 with code B00099").saying("B00099", "x".repeat(1_000)), 404);

    private final Failures failures = new Failures("Linkflow");

    @Test
    void whatAPersonHasNamedIsToldByItsKeyWithThePlatformsWords() {
        ApiCall call = call(ApiRequest.get("qrcodes", "/open/workwechat/7/qrcodes")
                .expecting(Expectation.array().rejecting("B00022").namedBy(NAMED)));
        assertThat(failures.of(call, REFUSED))
                .hasMessage(
                        "Linkflow qrcodes: GET /open/workwechat/7/qrcodes answered HTTP 500 with code B00022. It says:"
                                + " \"渠道 不存在\". It does not know, or refuses, the value of qrcodes.channel.ids: correct it,"
                                + " then restart. Nothing was skipped.");
        assertThat(failures.stillUnknown(call, UNKNOWN, 10, STOPPING))
                .hasMessageContaining("\"" + "x".repeat(200) + "…\"")
                .hasMessageContaining("check qrcodes.channel.ids, then restart");
    }

    /** Its body may be about people, and a platform may quote it. */
    @Test
    void whatIsSaidToARequestThatSendsSomethingIsNotQuoted() {
        ApiCall call = call(ApiRequest.post("exports", "/v1/tags/tagkeys/x/export", Json.object())
                .expecting(Expectation.object().namedBy(NAMED)));
        assertThat(failures.of(call, REFUSED)).hasMessageContaining(NAMED).hasMessageNotContaining("不存在");
    }

    @Test
    void whatNobodyHasNamedIsNotQuoted() {
        ApiCall call = call(ApiRequest.get("orders", "/open/orders"));
        assertThat(failures.of(call, REFUSED)).hasMessageEndingWith("with code B00022.");
        assertThat(failures.stillUnknown(call, UNKNOWN, 10, STOPPING))
                .hasMessageContaining("check the configuration")
                .hasMessageNotContaining("xxx");
    }

    private static ApiCall call(ApiRequest request) {
        return new ApiCall(request, null, null);
    }
}
