package io.martech.connect.client.response;

/** What a platform says in its own words, in a form that fits into a message. */
public final class PlatformMessage {

    private static final int LONGEST_QUOTE = 200;

    private PlatformMessage() {}

    /** A sentence that quotes it, in one line and not too long. */
    public static String said(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
        String quote = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
        return ". It says: \"" + quote + "\"";
    }
}
