package io.martech.connect.client.youmi;

import io.martech.connect.client.AccountValues;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * One merchant account of Youmi.
 *
 * @param url the base address, {@code /publicapi/v1} included ({@code youmi.url})
 * @param appId the AppId ({@code youmi.app.id})
 * @param appKey the key that signs requests; never sent ({@code youmi.app.key})
 * @param leniency what is accepted where the platform's responses are undocumented
 */
public record YoumiAccount(String url, String appId, String appKey, Leniency leniency) {

    /** The address of the shared server; many merchants have a server of their own. */
    public static final String PUBLIC_URL = "http://api10.agsoft.net:5001/publicapi/v1";

    /**
     * What is accepted where the documentation is silent.
     *
     * @param tokenField the field of the token response that holds the token ({@code youmi.token.field}); its name is
     *     undocumented
     * @param nullIsAnEmptyList whether {@code "values": null} in a success is a list without rows
     *     ({@code youmi.null.is.empty.list})
     * @param reauthenticateCodes further codes by which it reports an invalid token ({@code youmi.reauthenticate.codes})
     * @param retryCodes further codes of transient failures ({@code youmi.retry.codes})
     */
    public record Leniency(
            String tokenField, boolean nullIsAnEmptyList, Set<String> reauthenticateCodes, Set<String> retryCodes) {

        /** Only the documented form, with the usual name of the token field. */
        public static final Leniency NONE = new Leniency("access_token", false, Set.of(), Set.of());

        public Leniency {
            Objects.requireNonNull(tokenField, "tokenField");
            reauthenticateCodes = Set.copyOf(reauthenticateCodes);
            retryCodes = Set.copyOf(retryCodes);
        }
    }

    /** @throws IllegalArgumentException naming the configuration key, never its value, if a value is invalid */
    public YoumiAccount {
        Objects.requireNonNull(leniency, "leniency");
        AccountValues.address("youmi.url", url, PUBLIC_URL);
        AccountValues.requireCredential("youmi.app.id", appId, "Youmi");
        AccountValues.requireCredential("youmi.app.key", appKey, "Youmi");
    }

    /** An account without leniency. */
    public static YoumiAccount of(String url, String appId, String appKey) {
        return new YoumiAccount(url, appId, appKey, Leniency.NONE);
    }

    HttpUrl address() {
        return AccountValues.address("youmi.url", url, PUBLIC_URL);
    }

    /** The address only. */
    @Override
    public String toString() {
        return "YoumiAccount[url=" + url + "]";
    }
}
