package io.martech.connect.sandbox.linkflow.model;

import java.util.Locale;

/**
 * Who a message speaks of.
 *
 * @param type as the client spelled it
 * @param id as the client sent it
 */
public record Identity(String type, String id) {

    /** As the platform spells it. @param key as {@link #key} makes it */
    public static Identity ofKey(String key) {
        int colon = key.indexOf(':');
        String type = key.substring(0, colon);
        return new Identity(type.equals("mobilephone") ? "mobilePhone" : type, key.substring(colon + 1));
    }

    /** The same for every spelling of a type that the document uses: phone and mobilePhone, unionId and unionid. */
    public String key() {
        String lower = type.toLowerCase(Locale.ROOT);
        return (lower.equals("phone") ? "mobilephone" : lower) + ":" + id;
    }
}
