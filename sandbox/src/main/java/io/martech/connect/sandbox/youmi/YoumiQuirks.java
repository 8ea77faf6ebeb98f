package io.martech.connect.sandbox.youmi;

import io.martech.connect.sandbox.http.DateHeaders;
import io.martech.connect.sandbox.http.DurationRange;
import java.time.Duration;

/**
 * How the simulated platform behaves where its documents are silent. Every setting may be changed while requests are served.
 * Thread-safe. Setters return this object.
 */
public final class YoumiQuirks {

    private volatile Duration tokenLife = Duration.ofDays(7);
    private volatile boolean oneTokenAtATime;
    private volatile String tokenField = "access_token";
    private volatile boolean nonceOnce = true;
    private volatile boolean shuffling;
    private volatile boolean nullForEmptyLists;
    private volatile int deniedKind = -1;
    private volatile String hiddenKey = "";
    private volatile DurationRange latency = DurationRange.NONE;
    private final DateHeaders dates = new DateHeaders();

    /** The life of tokens issued from now on; seven days unless set. */
    public YoumiQuirks tokenLife(Duration value) {
        tokenLife = value;
        return this;
    }

    /** Whether a new token ends the life of all before; false unless set. */
    public YoumiQuirks oneTokenAtATime(boolean value) {
        oneTokenAtATime = value;
        return this;
    }

    /** The field of the token answer that holds the token; {@code access_token} unless set. */
    public YoumiQuirks tokenField(String value) {
        tokenField = value;
        return this;
    }

    /** Whether a Nonce that was used before is refused; true unless set. */
    public YoumiQuirks nonceOnce(boolean value) {
        nonceOnce = value;
        return this;
    }

    /** Whether each answer has an order of rows and of their fields of its own; false unless set. */
    public YoumiQuirks shuffling(boolean value) {
        shuffling = value;
        return this;
    }

    /** Whether a list without rows is {@code null} instead of {@code []}; false unless set. */
    public YoumiQuirks nullForEmptyLists(boolean value) {
        nullForEmptyLists = value;
        return this;
    }

    /** The kind of accounts (ad_wechat_lei) that is answered with an empty list, as for a lost permission; none unless set. */
    public YoumiQuirks deniedKind(int value) {
        deniedKind = value;
        return this;
    }

    /** The key of a row that whole lists lack, though the platform shows it to who asks for it alone; none unless set. */
    public YoumiQuirks hiddenInLists(String key) {
        hiddenKey = key;
        return this;
    }

    /** How long answers take, in real time; no time unless set. */
    public YoumiQuirks latency(Duration value) {
        latency = DurationRange.of(value);
        return this;
    }

    /** What answers say of the time. */
    public DateHeaders dates() {
        return dates;
    }

    public Duration tokenLife() {
        return tokenLife;
    }

    public boolean allowsOneTokenAtATime() {
        return oneTokenAtATime;
    }

    public String tokenField() {
        return tokenField;
    }

    public boolean refusesUsedNonces() {
        return nonceOnce;
    }

    public boolean shuffles() {
        return shuffling;
    }

    public boolean writesNullForEmptyLists() {
        return nullForEmptyLists;
    }

    public int deniedKind() {
        return deniedKind;
    }

    public String hiddenKey() {
        return hiddenKey;
    }

    public DurationRange latency() {
        return latency;
    }
}
