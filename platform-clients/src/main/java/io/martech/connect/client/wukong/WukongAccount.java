package io.martech.connect.client.wukong;

import io.martech.connect.client.AccountValues;
import io.martech.connect.client.auth.oauth.InitialGrant;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * One partner account of Wukong.
 *
 * @param url the base address ({@code wukong.url})
 * @param revision the revision of the API ({@code wukong.api.revision})
 * @param appId the AppId ({@code wukong.app.id})
 * @param appSecret its secret ({@code wukong.app.secret})
 * @param begin the grant of the first token call ({@code wukong.refresh.token} or {@code wukong.authorization.code});
 *     {@link InitialGrant#none()} if the token store holds tokens
 * @param tokenStore the directory in which tokens are stored ({@code token.store.path}); null for memory only
 * @param reauthenticateCodes codes by which it reports an invalid access token ({@code wukong.reauthenticate.codes});
 *     they are undocumented
 */
public record WukongAccount(
        String url,
        WukongRevision revision,
        String appId,
        String appSecret,
        InitialGrant begin,
        Path tokenStore,
        Set<String> reauthenticateCodes) {

    /** The platform's public address. */
    public static final String PUBLIC_URL = "http://open.wukongdata.com";

    /** @throws IllegalArgumentException naming the configuration key, never its value, if a value is invalid */
    public WukongAccount {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(begin, "begin");
        reauthenticateCodes = Set.copyOf(reauthenticateCodes);
        AccountValues.address("wukong.url", url, PUBLIC_URL);
        AccountValues.requireCredential("wukong.app.id", appId, "Wukong");
        AccountValues.requireCredential("wukong.app.secret", appSecret, "Wukong");
    }

    /** An account of revision v1 without further codes. */
    public static WukongAccount of(String url, String appId, String appSecret, InitialGrant begin, Path tokenStore) {
        return new WukongAccount(url, WukongRevision.V1, appId, appSecret, begin, tokenStore, Set.of());
    }

    HttpUrl address() {
        return AccountValues.address("wukong.url", url, PUBLIC_URL);
    }

    /** The address only. */
    @Override
    public String toString() {
        return "WukongAccount[url=" + url + "]";
    }
}
