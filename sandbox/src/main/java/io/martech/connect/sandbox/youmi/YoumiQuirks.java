package io.martech.connect.sandbox.youmi;

import io.martech.connect.sandbox.http.Setting;
import java.time.Duration;

/**
 * How the simulated platform behaves where its documents are silent. Every setting may be changed while requests are served.
 * Thread-safe.
 */
public final class YoumiQuirks {
    /** The life of tokens issued from now on. */
    public final Setting<YoumiQuirks, Duration> tokenLife = new Setting<>(this, Duration.ofDays(7));
    /** Whether a new token ends the life of all before. */
    public final Setting<YoumiQuirks, Boolean> oneTokenAtATime = new Setting<>(this, false);
    /** Whether each answer has an order of rows and of their fields of its own. */
    public final Setting<YoumiQuirks, Boolean> shuffling = new Setting<>(this, false);
    /** The kind of accounts (ad_wechat_lei) that is answered with an empty list, as for a lost permission; -1 for none. */
    public final Setting<YoumiQuirks, Integer> deniedKind = new Setting<>(this, -1);
    /** The key of a row that whole lists lack, though the platform shows it to who asks for it alone; empty for none. */
    public final Setting<YoumiQuirks, String> hiddenInLists = new Setting<>(this, "");
}
