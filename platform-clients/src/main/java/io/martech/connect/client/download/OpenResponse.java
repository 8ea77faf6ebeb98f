package io.martech.connect.client.download;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** An answer whose body is still to be read, by whoever asked. */
final class OpenResponse extends CompletableFuture<Response> implements Callback {

    @Override
    public void onFailure(Call call, IOException fault) {
        completeExceptionally(fault);
    }

    @Override
    public void onResponse(Call call, Response response) {
        if (!complete(response)) {
            response.close();
        }
    }
}
