package io.martech.connect.client;

import java.time.Instant;
import okhttp3.HttpUrl;

/**
 * What it means that a file is not answered with HTTP 200. Where the platform itself holds the file, it may say what is wrong
 * in its own words; where another host does, the address carries what is needed. A file that is gone, or whose address has expired, is
 * refused: whoever asked may ask for another address.
 */
final class FileVerdicts implements VerdictRules {

    private final VerdictRules platform;
    private final HttpStatusVerdicts status;
    private final HttpUrl address;
    private final boolean isAtThePlatform;

    FileVerdicts(VerdictRules platform, String addressKey, HttpUrl address, boolean isAtThePlatform) {
        this.platform = platform;
        this.status = new HttpStatusVerdicts(addressKey);
        this.address = address;
        this.isAtThePlatform = isAtThePlatform;
    }

    @Override
    public Verdict judge(ApiRequest request, RawAnswer answer, Instant serverTime) {
        int code = answer.status();
        boolean isRefused = code >= 400 && code < 500 && code != 408 && code != 429;
        if (code == 404 || (isRefused && !isAtThePlatform)) {
            return gone(code);
        }
        return isAtThePlatform ? platform.judge(request, answer, serverTime) : status.judge(answer, serverTime);
    }

    /** Host only: the rest of the address may hold a signature. */
    private Verdict gone(int code) {
        return Verdict.of(
                Category.REJECT,
                "answered HTTP " + code + " at " + address.host() + ":" + address.port()
                        + ": the file is gone, or its address has expired");
    }
}
