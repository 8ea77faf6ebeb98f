package io.martech.connect.client.auth.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * The page where a user authorizes an app for an account.
 *
 * @param method the HTTP method that a browser must use, GET or POST
 * @param address the address, without parameters
 * @param parameters the parameters to send, in order; none is a secret
 */
public record ConsentPage(String method, HttpUrl address, Map<String, String> parameters) {

    public ConsentPage {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The address with its parameters. */
    public HttpUrl withParameters() {
        HttpUrl.Builder whole = address.newBuilder();
        parameters.forEach(whole::addQueryParameter);
        return whole.build();
    }

    public boolean isGet() {
        return "GET".equals(method);
    }
}
