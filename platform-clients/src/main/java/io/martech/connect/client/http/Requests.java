package io.martech.connect.client.http;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.FilePart;
import io.martech.connect.client.Json;
import java.nio.charset.StandardCharsets;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Turns a call into an HTTP request without credentials. */
public final class Requests {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final RequestBody EMPTY = RequestBody.create(new byte[0], null);

    private final HttpUrl base;
    private final String userAgent;

    public Requests(HttpUrl base, String userAgent) {
        this.base = base;
        this.userAgent = userAgent;
    }

    public Request unsigned(ApiRequest asked) {
        return new Request.Builder()
                .url(urlOf(asked))
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .method(asked.method(), bodyOf(asked))
                .build();
    }

    private HttpUrl urlOf(ApiRequest asked) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(asked.path().substring(1));
        if (!asked.isForm()) {
            asked.query().forEach(parameter -> url.addQueryParameter(parameter.name(), parameter.value()));
        }
        return url.build();
    }

    private static RequestBody bodyOf(ApiRequest asked) {
        if (asked.isForm()) {
            FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
            asked.query().forEach(parameter -> form.add(parameter.name(), parameter.value()));
            return form.build();
        }
        if (asked.file() != null) {
            return multipartOf(asked.file());
        }
        if (asked.body() != null) {
            return RequestBody.create(Json.write(asked.body()), JSON);
        }
        return "GET".equals(asked.method()) ? null : EMPTY;
    }

    private static RequestBody multipartOf(FilePart file) {
        RequestBody content = RequestBody.create(file.content(), MediaType.get(file.contentType()));
        return new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart(file.name(), file.fileName(), content)
                .build();
    }
}
