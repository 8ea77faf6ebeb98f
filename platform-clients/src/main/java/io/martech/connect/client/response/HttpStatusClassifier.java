package io.martech.connect.client.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.martech.connect.client.Category;
import io.martech.connect.client.Json;
import java.time.Duration;
import java.time.Instant;
import okhttp3.HttpUrl;

/**
 * The meaning of an HTTP status when the body holds no error of the platform: the response may not even be the
 * platform's. The same for all platforms.
 */
public final class HttpStatusClassifier {

    /** A longer Retry-After is cut to this. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final String addressKey;

    /** @param addressKey the configuration key that holds the platform's address, for messages */
    public HttpStatusClassifier(String addressKey) {
        this.addressKey = addressKey;
    }

    /** Classifies any status except 200. */
    public Classification judge(RawResponse answer, Instant serverTime) {
        int status = answer.status();
        String said = "answered HTTP " + status + " without the platform's error code";
        if (status == 401 || status == 403) {
            return Classification.of(Category.AUTHENTICATE, said);
        }
        if (status == 429) {
            return Classification.waitFor(wait(answer, serverTime), said + ": it asks to wait");
        }
        if (status == 408) {
            return Classification.retry(said + ": the request took too long");
        }
        if (status >= 500) {
            return Classification.retry(said).afterWaiting(wait(answer, serverTime));
        }
        if (status >= 300 && status < 400) {
            return Classification.of(Category.STOP, redirected(answer));
        }
        if (status >= 400 && breaksOff(answer.body())) {
            return Classification.unknown(said + ": its JSON is cut off");
        }
        if (status >= 400) {
            return Classification.of(
                    Category.STOP,
                    said + ": something other than the platform seems to have answered. Check " + addressKey
                            + ", proxy.url and any proxy in between");
        }
        return Classification.unknown(said + ", which is not a documented success");
    }

    /** The platform's code may have been in the part that is missing, so the next response may hold it. */
    private static boolean breaksOff(byte[] body) {
        if (body.length == 0 || body[0] != '{') {
            return false;
        }
        try {
            Json.read(body);
            return false;
        } catch (JsonProcessingException cutOff) {
            return true;
        }
    }

    /** How long the platform asks to wait; never negative, at most a day. */
    public static Duration wait(RawResponse answer, Instant serverTime) {
        Duration asked = answer.retryAfter(serverTime).orElse(Duration.ZERO);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** Host only: the rest of the address may hold a secret. */
    private String redirected(RawResponse answer) {
        String location = answer.headers().get("Location");
        HttpUrl target = location == null ? null : HttpUrl.parse(location);
        String where = target == null ? "" : " to " + target.scheme() + "://" + target.host() + ":" + target.port();
        return "answered HTTP " + answer.status() + ", a redirect" + where + ". Redirects are not followed,"
                + " since they would forward the credentials: check " + addressKey + " (http or https?)";
    }
}
