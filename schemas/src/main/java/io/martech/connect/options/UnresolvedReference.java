package io.martech.connect.options;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that still contains {@code ${provider:…}}. Connect passes such a value on unchanged, without a warning, if the
 * worker has no configuration provider of that name, or if the provider has no such entry.
 */
public final class UnresolvedReference {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+):[^{}]*}");
    private static final Pattern WHOLE_VALUE = Pattern.compile("\\$\\{[^{}]*}");

    private UnresolvedReference() {}

    /**
     * What is wrong with a value, and what to do; quotes only the reference.
     *
     * @param text may be null
     * @return empty if the value contains no reference
     */
    public static Optional<String> faultOf(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher reference = REFERENCE.matcher(text);
        if (reference.find()) {
            String provider = reference.group(1);
            return Optional.of("it still reads " + reference.group() + ": the worker has no config provider named '"
                    + provider + "' (config.providers), or "
                    + (provider.equals("file") ? "the file has no such key" : "the provider has no such entry"));
        }
        return WHOLE_VALUE.matcher(text.strip()).matches()
                ? Optional.of("it still reads " + text.strip() + ", which names no config provider; use a form such as"
                        + " ${file:/path/to/secrets.properties:key}")
                : Optional.empty();
    }
}
