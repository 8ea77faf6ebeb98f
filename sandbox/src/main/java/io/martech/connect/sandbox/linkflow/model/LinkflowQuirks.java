package io.martech.connect.sandbox.linkflow.model;

import io.martech.connect.sandbox.http.DurationRange;
import io.martech.connect.sandbox.http.Setting;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * How the simulated platform behaves where its document is silent, and how badly. Every setting may be changed while requests
 * are served; each request and each change uses the settings of its moment. Thread-safe.
 */
public final class LinkflowQuirks {
    /** How it treats tags. */
    public final LinkflowTagQuirks tags = new LinkflowTagQuirks();
    /** The offset in which the platform writes and reads local times. */
    public final Setting<LinkflowQuirks, ZoneOffset> zone = new Setting<>(this, ZoneOffset.ofHours(8));
    /** The forms in which rows say when they were created and updated, in turn by their ids. */
    public final Setting<LinkflowQuirks, List<TimeForm>> timeForms = new Setting<>(this, List.of(TimeForm.DOCUMENTED));
    /** Orders per answer in cursor mode; clients cannot see or choose it. */
    public final Setting<LinkflowQuirks, Integer> cursorPageSize = new Setting<>(this, 100);
    /** Orders per answer in window mode; clients cannot see or choose it. */
    public final Setting<LinkflowQuirks, Integer> windowPageSize = new Setting<>(this, 50);
    /** The last page of orders in window mode, as documented; beyond it B00093. */
    public final Setting<LinkflowQuirks, Integer> windowPageLimit = new Setting<>(this, 100);
    /** The order of orders within a window. */
    public final Setting<LinkflowQuirks, RowOrder> windowOrder = new Setting<>(this, RowOrder.BY_ID);
    /** How the update-time bounds of contact ids are understood. */
    public final Setting<LinkflowQuirks, ContactBounds> contactBounds =
            new Setting<>(this, ContactBounds.SECONDS_INCLUSIVE);
    /** The order of contact ids within a window. */
    public final Setting<LinkflowQuirks, RowOrder> contactIdOrder = new Setting<>(this, RowOrder.BY_ID);
    /** The most contact ids per answer; a larger {@code size} is silently taken for this one. */
    public final Setting<LinkflowQuirks, Integer> largestContactIdPage = new Setting<>(this, Integer.MAX_VALUE);
    /** Only the first so many ids of a window are ever answered, whatever the page; silently. */
    public final Setting<LinkflowQuirks, Integer> contactIdTruncation = new Setting<>(this, Integer.MAX_VALUE);
    /** The longest window of contact ids that has both bounds; longer ones are refused with 500 B00010. */
    public final Setting<LinkflowQuirks, Duration> longestContactWindow = new Setting<>(this, Duration.ofDays(100_000));
    /** The most contacts per answer in cursor mode; a larger {@code size} is silently taken for this one. */
    public final Setting<LinkflowQuirks, Integer> largestContactCursorPage = new Setting<>(this, 200);
    /** Whether the contact cursor shows anonymous contacts too. */
    public final Setting<LinkflowQuirks, Boolean> contactCursorIncludesAnonymous = new Setting<>(this, false);
    /** How long tokens issued from now on are valid, by the platform's clock. */
    public final Setting<LinkflowQuirks, Duration> tokenLife = new Setting<>(this, Duration.ofHours(2));
    /** Whether a new token ends the life of the one before. */
    public final Setting<LinkflowQuirks, Boolean> oneTokenAtATime = new Setting<>(this, false);
    /** Whether a message whose {@code message_id} was applied before is acknowledged and dropped. */
    public final Setting<LinkflowQuirks, Boolean> duplicatesRemoved = new Setting<>(this, false);
    /**
     * A message whose data, or its {@code props}, holds this field is refused, and its whole request with it and without
     * effect. The field's text is the code if it begins with B, else the code is B00010.
     */
    public final Setting<LinkflowQuirks, String> refusalMarker = new Setting<>(this, "poison");
    /** The most messages in one request; more are refused as a whole with 400 B00031. */
    public final Setting<LinkflowQuirks, Integer> largestMessageBatch = new Setting<>(this, Integer.MAX_VALUE);
    /** The names of the domain of orders; the document has two. */
    public final Setting<LinkflowQuirks, Set<String>> orderDomains =
            new Setting<>(this, Set.of("salesOrder", "salesOrders"));
    /** The JSON that a successful write is answered; empty at first, since the document shows no body. */
    public final Setting<LinkflowQuirks, String> writeAnswer = new Setting<>(this, "");
    /** What a token that is not valid is answered. The document does not say; the code is invented. */
    public final Setting<LinkflowQuirks, TokenRefusal> tokenRefusal =
            new Setting<>(this, new TokenRefusal(401, "B00401"));

    private volatile DurationRange commitDelay = DurationRange.NONE;
    private volatile StaleReplicas staleReplicas = new StaleReplicas(0, Duration.ZERO);

    /**
     * What a missing, unknown or expired token and wrong credentials are answered.
     *
     * @param code the code of the envelope; null for a plain text without envelope
     */
    public record TokenRefusal(int status, String code) {}

    /**
     * Replicas that lag behind.
     *
     * @param share of the reads that meet one, 0 to 1
     * @param staleness how old their state is
     */
    record StaleReplicas(double share, Duration staleness) {}

    /** Changes made from now on become visible after a random delay up to the longest; they keep the time of the change. */
    public LinkflowQuirks commitDelay(Duration longest) {
        return commitDelay(Duration.ZERO, longest);
    }

    /** Changes made from now on become visible after a random delay in the range, by the platform's clock. */
    public LinkflowQuirks commitDelay(Duration shortest, Duration longest) {
        commitDelay = new DurationRange(shortest, longest);
        return this;
    }

    /**
     * Lets some reads be answered from an old state, by the platform's clock; the {@code Date} header stays the present.
     *
     * @param share of the reads, 0 to 1
     * @param staleness how old that state is, at most ten minutes
     */
    public LinkflowQuirks staleReplicas(double share, Duration staleness) {
        staleReplicas = new StaleReplicas(share, staleness);
        return this;
    }

    /** How it writes and reads times at present. */
    public PlatformTime time() {
        return new PlatformTime(zone.get(), timeForms.get());
    }

    DurationRange commitDelay() {
        return commitDelay;
    }

    StaleReplicas staleReplicas() {
        return staleReplicas;
    }
}
