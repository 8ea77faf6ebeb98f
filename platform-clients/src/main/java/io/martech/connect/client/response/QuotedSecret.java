package io.martech.connect.client.response;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A secret as somebody else may quote it: as it is, or with any of its characters escaped as in an address or a form, in
 * either case of letters, also escaped twice.
 */
final class QuotedSecret {

    private static final String INSTEAD = "***";

    private final Pattern pattern;

    /** @param secret not empty */
    QuotedSecret(String secret) {
        this.pattern = Pattern.compile(
                secret.codePoints().mapToObj(QuotedSecret::anyFormOf).collect(Collectors.joining()));
    }

    String takenOutOf(String text) {
        return pattern.matcher(text).replaceAll(INSTEAD);
    }

    private static String anyFormOf(int character) {
        String asItIs = Character.toString(character);
        StringBuilder forms =
                new StringBuilder("(?:").append(Pattern.quote(asItIs)).append('|');
        for (byte octet : asItIs.getBytes(StandardCharsets.UTF_8)) {
            forms.append(String.format("%%(?:25)*(?i:%02x)", octet));
        }
        return forms.append(character == ' ' ? "|\\+|%(?:25)*2[bB])" : ")").toString();
    }
}
