package io.martech.connect.client.linkflow;

import io.martech.connect.client.AccountValues;
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
 * @param reauthenticateCodes further codes by which it reports an invalid token ({@code linkflow.reauthenticate.codes});
 *     they are undocumented
 * @param retryCodes further codes of transient failures ({@code linkflow.retry.codes})
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
        AccountValues.address("linkflow.url", url, PUBLIC_URL);
        AccountValues.requireCredential("linkflow.app.key", appKey, "the private App");
        AccountValues.requireCredential("linkflow.app.secret", appSecret, "the private App");
    }

    /** An account at +08:00 without further codes. */
    public static LinkflowAccount of(String url, String appKey, String appSecret) {
        return new LinkflowAccount(url, appKey, appSecret, ZoneOffset.ofHours(8), Set.of(), Set.of());
    }

    HttpUrl address() {
        return AccountValues.address("linkflow.url", url, PUBLIC_URL);
    }

    /** The address only. */
    @Override
    public String toString() {
        return "LinkflowAccount[url=" + url + "]";
    }
}
