package io.martech.connect.sandbox.linkflow;

import java.util.Locale;

/**
 * Who a message speaks of.
 *
 * @param type as the client spelled it
 * @param id as the client sent it
 */
public record Identity(String type, String id) {

    /** The same for every spelling of a type that the document uses: phone and mobilePhone, unionId and unionid. */
    String key() {
        String lower = type.toLowerCase(Locale.ROOT);
        return (lower.equals("phone") ? "mobilephone" : lower) + ":" + id;
    }
}
