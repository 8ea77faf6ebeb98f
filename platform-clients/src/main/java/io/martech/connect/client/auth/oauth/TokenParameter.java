package io.martech.connect.client.auth.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/**
 * A token sent as a parameter: in the URL of a GET, in the form of a POST, or in the object of a JSON POST. It is added
 * only to the request that is sent, so that no message or log that names a call can contain it.
 */
public final class TokenParameter {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final String name;

    public TokenParameter(String name) {
        this.name = name;
    }

    public Request addedTo(Request request, String token) {
        RequestBody body = request.body();
        if (body == null) {
            return inAddress(request, token);
        }
        boolean isJson =
                body.contentType() != null && "json".equals(body.contentType().subtype());
        return request.newBuilder()
                .method(request.method(), isJson ? inObject(body, token) : inForm(body, token))
                .build();
    }

    private Request inAddress(Request request, String token) {
        return request.newBuilder()
                .url(request.url().newBuilder().addQueryParameter(name, token).build())
                .build();
    }

    /** A POST without a body gets a form. */
    private RequestBody inForm(RequestBody body, String token) {
        FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8).add(name, token);
        if (body instanceof FormBody others) {
            for (int i = 0; i < others.size(); i++) {
                form.add(others.name(i), others.value(i));
            }
        }
        return form.build();
    }

    private RequestBody inObject(RequestBody body, String token) {
        ObjectNode withToken = Json.object().put(name, token);
        JsonNode others = parsed(body);
        if (!others.isObject()) {
            throw new IllegalArgumentException("Only a JSON object has room for " + name);
        }
        withToken.setAll((ObjectNode) others);
        return RequestBody.create(Json.write(withToken), JSON);
    }

    private static JsonNode parsed(RequestBody body) {
        try {
            Buffer bytes = new Buffer();
            body.writeTo(bytes);
            return Json.read(bytes.readByteArray());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The body is JSON of our own making");
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory can always be written", impossible);
        }
    }
}
