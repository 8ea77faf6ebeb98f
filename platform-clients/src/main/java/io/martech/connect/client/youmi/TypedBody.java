package io.martech.connect.client.youmi;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The same bytes under another media type: OkHttp sends the body's own type, whatever header was set. */
final class TypedBody extends RequestBody {

    private final RequestBody body;
    private final MediaType type;

    TypedBody(RequestBody body, MediaType type) {
        this.body = body;
        this.type = type;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
    }
}
