package io.martech.connect.client.wukong;

import java.util.Locale;

/** The public revisions of Wukong's API, as far as the token call is concerned ({@code wukong.api.revision}). */
public enum WukongRevision {
    /** The current revision. */
    V1("appid", "appsecret", false),
    /** The later revision, which names the credentials differently and requires the kind of grant. */
    V2("app_id", "app_secret", true);

    private final String appIdParameter;
    private final String appSecretParameter;
    private final boolean sendsGrantType;

    WukongRevision(String appIdParameter, String appSecretParameter, boolean sendsGrantType) {
        this.appIdParameter = appIdParameter;
        this.appSecretParameter = appSecretParameter;
        this.sendsGrantType = sendsGrantType;
    }

    /** @param text {@code v1} or {@code v2} */
    public static WukongRevision of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The name of the AppId's parameter. */
    public String appIdParameter() {
        return appIdParameter;
    }

    String appSecretParameter() {
        return appSecretParameter;
    }

    boolean sendsGrantType() {
        return sendsGrantType;
    }
}
