package io.martech.connect.sandbox.linkflow.model;

import io.martech.connect.sandbox.http.Setting;
import java.time.Duration;

/** How the simulated platform treats tags where its document is silent. Every setting may be changed while requests are served. */
public final class LinkflowTagQuirks {
    /** The most actions in one request; more are refused as a whole with 400 B00031. */
    public final Setting<LinkflowTagQuirks, Integer> mostActions = new Setting<>(this, Integer.MAX_VALUE);
    /** The most tags of the tenant; creating more is refused with 500 B00037. */
    public final Setting<LinkflowTagQuirks, Integer> quota = new Setting<>(this, Integer.MAX_VALUE);
    /** The most tags per page; a larger {@code size} up to 200 is silently taken for this one. */
    public final Setting<LinkflowTagQuirks, Integer> largestPage = new Setting<>(this, Integer.MAX_VALUE);
    /** How long a new tag is missing from the list, though it exists; by the platform's clock. */
    public final Setting<LinkflowTagQuirks, Duration> listDelay = new Setting<>(this, Duration.ZERO);
    /**
     * The code, with HTTP 500, for an action on a {@code tagId} that does not exist; the whole request is refused. The first value is
     * documented for deleting a tag. Null: such an action is ignored in silence.
     */
    public final Setting<LinkflowTagQuirks, String> unknownTagCode = new Setting<>(this, "B01162");
    /** Whether a value that is not of its tag's {@code dataType} is refused with 500 B00010, or kept. */
    public final Setting<LinkflowTagQuirks, Boolean> valuesChecked = new Setting<>(this, true);

    LinkflowTagQuirks() {}
}
