package io.martech.connect.client.response;

/** Formats a platform's own words for a message. */
public final class PlatformMessage {

    private static final int LONGEST_QUOTE = 200;

    private PlatformMessage() {}

    /** A sentence that quotes them, in one line of limited length. */
    public static String said(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
        String quote = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
        return ". It says: \"" + quote + "\"";
    }
}
