package io.martech.connect.client.http;

import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseTooLargeException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads an answer to its last byte, within the time of its call. */
final class ResponseBody extends CompletableFuture<RawResponse> implements Callback {

    /** No page of any platform comes near it; an endless answer would take the whole worker down. */
    private static final long LARGEST = 64L * 1024 * 1024;

    @Override
    public void onFailure(Call call, IOException fault) {
        completeExceptionally(fault);
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            complete(new RawResponse(response.code(), response.headers(), wholeBody(response)));
        } catch (IOException | RuntimeException | Error fault) {
            completeExceptionally(fault);
        }
    }

    private static byte[] wholeBody(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LARGEST + 1)) {
            throw new ResponseTooLargeException("The answer is longer than " + LARGEST / 1024 / 1024 + " MB");
        }
        return source.readByteArray();
    }
}
