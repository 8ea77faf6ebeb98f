package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What every answer is wrapped in. */
final class Envelope {

    private Envelope() {}

    static Response success(int code, Instant now, JsonNode values) {
        return Response.json(200, JsonText.bytes(envelope(code, true, now, values, null)));
    }

    static Response error(int status, int code, String words) {
        return Response.json(status, JsonText.bytes(envelope(code, false, Instant.EPOCH, null, words)));
    }

    static ApiRefusal refusal(int code, String words) {
        return new ApiRefusal(error(200, code, words), code + " " + words);
    }

    private static ObjectNode envelope(int code, boolean succeed, Instant now, JsonNode values, String words) {
        ObjectNode envelope = JsonText.object();
        envelope.put("errmsg", code);
        envelope.put("succeed", succeed);
        envelope.put("msgTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atOffset(ZoneOffset.ofHours(8))));
        envelope.set("values", values);
        envelope.put("errdesc", words);
        return envelope;
    }
}
