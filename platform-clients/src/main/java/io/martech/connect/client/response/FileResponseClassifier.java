package io.martech.connect.client.response;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import java.time.Instant;
import okhttp3.HttpUrl;

/**
 * What it means that a file is not answered with HTTP 200. Where the platform itself holds the file, it may say what is wrong
 * in its own words; where another host does, the address carries what is needed. A file that is gone, or whose address has expired, is
 * refused: whoever asked may ask for another address.
 */
public final class FileResponseClassifier implements ResponseClassifier {

    private final ResponseClassifier platform;
    private final HttpStatusClassifier status;
    private final HttpUrl address;
    private final boolean isAtThePlatform;

    public FileResponseClassifier(
            ResponseClassifier platform, String addressKey, HttpUrl address, boolean isAtThePlatform) {
        this.platform = platform;
        this.status = new HttpStatusClassifier(addressKey);
        this.address = address;
        this.isAtThePlatform = isAtThePlatform;
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        int code = answer.status();
        boolean isRefused = code >= 400 && code < 500 && code != 408 && code != 429;
        if (code == 404 || (isRefused && !isAtThePlatform)) {
            return gone(code);
        }
        return isAtThePlatform ? platform.judge(request, answer, serverTime) : status.judge(answer, serverTime);
    }

    /** Host only: the rest of the address may hold a signature. */
    private Classification gone(int code) {
        return Classification.of(
                Category.REJECT,
                "answered HTTP " + code + " at " + address.host() + ":" + address.port()
                        + ": the file is gone, or its address has expired");
    }
}
