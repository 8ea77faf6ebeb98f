package io.martech.connect.client;

import okhttp3.HttpUrl;

/** Validates the values of an account's configuration. Messages never repeat a rejected value: it may be a secret. */
public final class AccountValues {

    private AccountValues() {}

    /**
     * @throws IllegalArgumentException naming the key, if the value is not an http or https address without query, user
     *     or fragment
     */
    public static HttpUrl address(String key, String url, String example) {
        HttpUrl address = url == null ? null : HttpUrl.parse(url.trim());
        boolean plain = address != null
                && address.query() == null
                && address.fragment() == null
                && address.username().isEmpty();
        if (!plain) {
            throw new IllegalArgumentException(
                    key + " must be an http or https address without query, such as " + example);
        }
        return address;
    }

    /**
     * @param source where the user obtained the value, for the message
     * @throws IllegalArgumentException naming the key, if the value is empty or holds blanks or non-ASCII characters
     */
    public static void requireCredential(String key, String value, String source) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " must not be empty");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    key + " holds a blank or a character that is not ASCII: copy it again from " + source);
        }
    }
}
