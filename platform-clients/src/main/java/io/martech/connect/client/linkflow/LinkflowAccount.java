package io.martech.connect.client.linkflow;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * One private App of a Linkflow tenant.
 *
 * @param url the base address ({@code linkflow.url})
 * @param appKey the App Key ({@code linkflow.app.key})
 * @param appSecret the App Secret ({@code linkflow.app.secret})
 * @param timeZone the offset of all the platform's local times ({@code linkflow.time.zone})
 * @param reauthenticateCodes further codes by which it says that the token is not valid
 *     ({@code linkflow.reauthenticate.codes}); nobody documents them
 * @param retryCodes further codes of passing faults ({@code linkflow.retry.codes})
 */
public record LinkflowAccount(
        String url,
        String appKey,
        String appSecret,
        ZoneOffset timeZone,
        Set<String> reauthenticateCodes,
        Set<String> retryCodes) {

    /** The platform's public address. */
    public static final String PUBLIC_URL = "https://cdp-api.linkflowtech.com";

    /** @throws IllegalArgumentException naming the configuration key, never its value, if one cannot be used */
    public LinkflowAccount {
        Objects.requireNonNull(timeZone, "timeZone");
        reauthenticateCodes = Set.copyOf(reauthenticateCodes);
        retryCodes = Set.copyOf(retryCodes);
        if (addressOf(url) == null) {
            throw new IllegalArgumentException(
                    "linkflow.url must be an http or https address without query, such as " + PUBLIC_URL);
        }
        requireHeaderText("linkflow.app.key", appKey);
        requireHeaderText("linkflow.app.secret", appSecret);
    }

    /** An account at +08:00 without further codes. */
    public static LinkflowAccount of(String url, String appKey, String appSecret) {
        return new LinkflowAccount(url, appKey, appSecret, ZoneOffset.ofHours(8), Set.of(), Set.of());
    }

    HttpUrl address() {
        return addressOf(url);
    }

    private static HttpUrl addressOf(String url) {
        HttpUrl address = url == null ? null : HttpUrl.parse(url.trim());
        boolean plain = address != null
                && address.query() == null
                && address.fragment() == null
                && address.username().isEmpty();
        return plain ? address : null;
    }

    /** OkHttp would refuse other characters with a message that repeats the value. */
    private static void requireHeaderText(String key, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " must not be empty");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    key + " holds a blank or a character that is not ASCII: copy it again from the private App");
        }
    }

    /** The address only. */
    @Override
    public String toString() {
        return "LinkflowAccount[url=" + url + "]";
    }
}
