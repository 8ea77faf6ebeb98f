package io.martech.connect.client.auth;

import io.martech.connect.client.response.ResponseClassifier;
import okhttp3.HttpUrl;

/**
 * What makes a client the client of one platform.
 *
 * @param name the platform's name in messages
 * @param address the base address of all calls
 * @param addressKey the configuration key that holds the address, for messages
 * @param classifier how its responses are classified
 * @param authenticator how its requests are authenticated
 * @param tokenAddress the base address of the token call
 * @param tokenAddressKey the configuration key that holds it, for messages
 */
public record PlatformProfile(
        String name,
        HttpUrl address,
        String addressKey,
        ResponseClassifier classifier,
        Authenticator authenticator,
        HttpUrl tokenAddress,
        String tokenAddressKey) {

    /** A platform that issues its tokens at its base address. */
    public PlatformProfile(
            String name,
            HttpUrl address,
            String addressKey,
            ResponseClassifier classifier,
            Authenticator authenticator) {
        this(name, address, addressKey, classifier, authenticator, address, addressKey);
    }
}
