package io.martech.connect.sandbox.m1world.account;

import java.util.Locale;

/** What a recipient, or a mail server, does to an e-mail. */
public enum MailEvent {
    /** Type 1. */
    OPEN("open", 1),
    /** Type 2. */
    CLICK("click", 2),
    /** Type 3. */
    UNSUBSCRIBE("unsubscribe", 3),
    /** Type 4. */
    SOFT_BOUNCE("softbounce1x", 4),
    /** Type 4. */
    FINAL_SOFT_BOUNCE("softbounce final", 4),
    /** Type 5. */
    HARD_BOUNCE("hardbounce1x", 5),
    /** Type 5. */
    FINAL_HARD_BOUNCE("hardbounce final", 5),
    /** Type 6. */
    SPAM_COMPLAINT("spamcomplaint", 6);

    private final String text;
    private final int type;

    MailEvent(String text, int type) {
        this.text = text;
        this.type = type;
    }

    /** As {@code dmdtype} says it; the examples write it in lower case, the table does not. */
    String text() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether it is selected by a {@code type} of the detail call, of which 0 means all. */
    boolean isOfType(long asked) {
        return asked == 0 || asked == type;
    }
}
