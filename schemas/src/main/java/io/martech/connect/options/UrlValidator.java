package io.martech.connect.options;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/**
 * An http or https address without user, query or fragment.
 *
 * <p>Messages do not repeat a rejected address, which may contain a password or a token. A reference to a configuration
 * provider is repeated.
 */
public final class UrlValidator implements Validator {

    /** Scheme, authority, path. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?)://([^/?#\\s]*)(/[^?#\\s]*)?");

    /** Underscores are invalid in internet host names, but occur in those of containers. */
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    private static final int LARGEST_PORT = 65_535;

    private final boolean isProxy;
    private final boolean mayBeEmpty;
    private final String example;

    private UrlValidator(boolean isProxy, boolean mayBeEmpty, String example) {
        this.isProxy = isProxy;
        this.mayBeEmpty = mayBeEmpty;
        this.example = example;
    }

    /** The base address of a platform. */
    public static UrlValidator ofPlatform(String example) {
        return new UrlValidator(false, false, example);
    }

    /** The base address of a platform, or empty where the default depends on other keys. */
    public static UrlValidator ofPlatformOrEmpty(String example) {
        return new UrlValidator(false, true, example);
    }

    /** The address of a proxy, which has no path, or empty. */
    public static UrlValidator ofProxy() {
        return new UrlValidator(true, true, "http://proxy.example.com:3128");
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (mayBeEmpty && "".equals(value)) {
            return;
        }
        Optional<String> unresolved =
                value instanceof String text ? UnresolvedReference.faultOf(text) : Optional.empty();
        if (unresolved.isPresent()) {
            throw new ConfigException("Invalid value for configuration " + name + ": " + unresolved.get());
        }
        String fault = value instanceof String text ? faultOf(text) : "it is not set";
        if (fault != null) {
            throw new ConfigException(
                    "Invalid value for configuration " + name + ": " + fault + "; write it like " + example);
        }
    }

    private String faultOf(String text) {
        if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            return "an address here has no part after ? or #";
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return "it must begin with http:// or https:// and hold no blanks";
        }
        if (address.group(2).indexOf('@') >= 0) {
            return "user and password do not belong in an address";
        }
        Matcher hostAndPort = HOST_AND_PORT.matcher(address.group(2));
        if (!hostAndPort.matches() || !isPort(hostAndPort.group(2))) {
            return "it names no host, or a port that does not exist";
        }
        String path = address.group(3);
        return isProxy && path != null && path.length() > 1 ? "a proxy's address has no path" : null;
    }

    private static boolean isPort(String digits) {
        return digits == null || (Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= LARGEST_PORT);
    }

    @Override
    public String toString() {
        return "an address like " + example + (mayBeEmpty ? ", or empty" : "");
    }
}
