package io.martech.connect.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/**
 * An absolute http or https address without user, query or fragment.
 *
 * <p>A refused address is repeated in the message only if it cannot hold a password.
 */
public final class UrlValidator implements Validator {

    private final boolean mayBeEmpty;
    private final boolean mayHavePath;
    private final String example;

    private UrlValidator(boolean mayBeEmpty, boolean mayHavePath, String example) {
        this.mayBeEmpty = mayBeEmpty;
        this.mayHavePath = mayHavePath;
        this.example = example;
    }

    /** The base address of a platform. */
    public static UrlValidator ofPlatform(String example) {
        return new UrlValidator(false, true, example);
    }

    /** The address of a proxy, or nothing. */
    public static UrlValidator ofProxy() {
        return new UrlValidator(true, false, "http://proxy.example.com:3128");
    }

    @Override
    public void ensureValid(String name, Object value) {
        String text = (String) value;
        if (mayBeEmpty && (text == null || text.isEmpty())) {
            return;
        }
        String fault = faultOf(text);
        if (fault != null) {
            boolean repeatable = text == null || text.indexOf('@') < 0;
            throw new ConfigException("Invalid value " + (repeatable ? text + " " : "") + "for configuration " + name
                    + ": " + fault + "; write it like " + example);
        }
    }

    private String faultOf(String text) {
        URI address;
        try {
            address = new URI(String.valueOf(text));
        } catch (URISyntaxException malformed) {
            return "it is no address";
        }
        if (address.getScheme() == null || !Set.of("http", "https").contains(address.getScheme())) {
            return "it must begin with http:// or https://";
        }
        if (address.getRawUserInfo() != null) {
            return "user and password do not belong in an address";
        }
        if (address.getHost() == null || address.getPort() > 65_535) {
            return "it names no host, or a port that does not exist";
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            return "a base address has no part after ? or #";
        }
        if (!mayHavePath && !Set.of("", "/").contains(address.getRawPath())) {
            return "a proxy's address has no path";
        }
        return null;
    }

    @Override
    public String toString() {
        return "an address like " + example + (mayBeEmpty ? ", or empty" : "");
    }
}
