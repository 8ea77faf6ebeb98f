package io.martech.connect.sandbox.linkflow.model;

import java.time.Duration;

/**
 * How the simulated platform treats tags where its document is silent. Every setting may be changed while requests are served.
 * Thread-safe. Setters return this object.
 */
public final class LinkflowTagQuirks {

    private volatile int mostActions = Integer.MAX_VALUE;
    private volatile int quota = Integer.MAX_VALUE;
    private volatile int largestPage = Integer.MAX_VALUE;
    private volatile Duration listDelay = Duration.ZERO;
    private volatile String unknownTagCode = "B01162";
    private volatile boolean valuesChecked = true;

    LinkflowTagQuirks() {}

    /** The most actions in one request; more are refused as a whole with 400 B00031. No limit unless set. */
    public LinkflowTagQuirks mostActions(int value) {
        mostActions = value;
        return this;
    }

    /** The most tags of the tenant; creating more is refused with 500 B00037. No limit unless set. */
    public LinkflowTagQuirks quota(int value) {
        quota = value;
        return this;
    }

    /** The most tags per page; a larger {@code size} up to 200 is silently taken for this one. No limit unless set. */
    public LinkflowTagQuirks largestPage(int value) {
        largestPage = value;
        return this;
    }

    /** How long a new tag is missing from the list, though it exists; by the platform's clock, no time unless set. */
    public LinkflowTagQuirks listDelay(Duration value) {
        listDelay = value;
        return this;
    }

    /**
     * The code, with HTTP 500, for an action on a {@code tagId} that does not exist; the whole request is refused. B01162 unless
     * set, as documented for deleting a tag. Null: such an action is ignored in silence.
     */
    public LinkflowTagQuirks unknownTagCode(String value) {
        unknownTagCode = value;
        return this;
    }

    /** Whether a value that is not of its tag's {@code dataType} is refused with 500 B00010, or kept; true unless set. */
    public LinkflowTagQuirks valuesChecked(boolean value) {
        valuesChecked = value;
        return this;
    }

    public int mostActions() {
        return mostActions;
    }

    public int quota() {
        return quota;
    }

    public int largestPage() {
        return largestPage;
    }

    public Duration listDelay() {
        return listDelay;
    }

    public String unknownTagCode() {
        return unknownTagCode;
    }

    public boolean checksValues() {
        return valuesChecked;
    }
}
