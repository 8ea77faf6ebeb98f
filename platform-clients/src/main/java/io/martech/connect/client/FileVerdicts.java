package io.martech.connect.client;

import java.time.Instant;
import okhttp3.HttpUrl;

/**
 * What it means that a file is not answered with HTTP 200. Where the platform itself holds the file, it may say what is wrong
 * in its own words; where another host does, the address carries what is needed, and may have expired.
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
        if (isAtThePlatform) {
            Verdict verdict = platform.judge(request, answer, serverTime);
            return isRefused && verdict.code() == null && verdict.category() == Category.STOP ? gone(code) : verdict;
        }
        return isRefused ? gone(code) : status.judge(answer, serverTime);
    }

    /** Host only: the rest of the address may hold a signature. */
    private Verdict gone(int code) {
        return Verdict.of(
                Category.STOP,
                "answered HTTP " + code + " at " + address.host() + ":" + address.port()
                        + ": the file may be gone, or its address may have expired. Restart the task, which asks for the address"
                        + " again; if the file is gone, reset the offsets of this resource, and a new one is asked for");
    }
}
