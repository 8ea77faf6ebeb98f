package io.martech.connect.sandbox.linkflow.model;

import io.martech.connect.sandbox.http.DateHeaders;
import io.martech.connect.sandbox.http.DurationRange;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * How the simulated platform behaves where its document is silent, and how badly. Every setting may be changed while requests
 * are served; each request and each change uses the settings of its moment. Thread-safe. Setters return this object.
 *
 * <p>It is long because it is a list: one field, one documented setter and one getter per setting, and nothing else.
 */
public final class LinkflowQuirks {

    private final LinkflowTagQuirks tags = new LinkflowTagQuirks();

    private volatile ZoneOffset zone = ZoneOffset.ofHours(8);

    private volatile int cursorPageSize = 100;
    private volatile int windowPageSize = 50;
    private volatile int windowPageLimit = 100;
    private volatile RowOrder windowOrder = RowOrder.BY_ID;

    private volatile ContactBounds contactBounds = ContactBounds.SECONDS_INCLUSIVE;
    private volatile RowOrder contactIdOrder = RowOrder.BY_ID;
    private volatile int largestContactIdPage = Integer.MAX_VALUE;
    private volatile int contactIdTruncation = Integer.MAX_VALUE;
    private volatile int largestContactCursorPage = 200;
    private volatile boolean contactCursorIncludesAnonymous;

    private volatile DurationRange commitDelay = DurationRange.NONE;
    private volatile StaleReplicas staleReplicas = new StaleReplicas(0, Duration.ZERO);

    private volatile DurationRange latency = DurationRange.NONE;
    private final DateHeaders dates = new DateHeaders();

    private volatile Duration tokenLife = Duration.ofHours(2);
    private volatile boolean oneTokenAtATime;
    private volatile TokenRefusal tokenRefusal = new TokenRefusal(401, "B00401");

    private volatile boolean duplicatesRemoved;
    private volatile String refusalMarker = "poison";
    private volatile int largestMessageBatch = Integer.MAX_VALUE;
    private volatile Set<String> orderDomains = Set.of("salesOrder", "salesOrders");
    private volatile String unknownChannelCode = "B00022";
    private volatile String writeAnswer = "";

    /** The offset in which the platform writes and reads local times; +08:00 unless set. */
    public LinkflowQuirks zone(ZoneOffset value) {
        zone = value;
        return this;
    }

    /** Orders per answer in cursor mode; clients cannot see or choose it. 100 unless set. */
    public LinkflowQuirks cursorPageSize(int value) {
        cursorPageSize = value;
        return this;
    }

    /** Orders per answer in window mode; clients cannot see or choose it. 50 unless set. */
    public LinkflowQuirks windowPageSize(int value) {
        windowPageSize = value;
        return this;
    }

    /** The last page of orders in window mode; beyond it B00093. 100 unless set, as documented. */
    public LinkflowQuirks windowPageLimit(int value) {
        windowPageLimit = value;
        return this;
    }

    /** The order of orders within a window; {@link RowOrder#BY_ID} unless set. */
    public LinkflowQuirks windowOrder(RowOrder value) {
        windowOrder = value;
        return this;
    }

    /** How the update-time bounds of contact ids are understood; {@link ContactBounds#SECONDS_INCLUSIVE} unless set. */
    public LinkflowQuirks contactBounds(ContactBounds value) {
        contactBounds = value;
        return this;
    }

    /** The order of contact ids within a window; {@link RowOrder#BY_ID} unless set. */
    public LinkflowQuirks contactIdOrder(RowOrder value) {
        contactIdOrder = value;
        return this;
    }

    /** The most contact ids per answer; a larger {@code size} is silently taken for this one. No limit unless set. */
    public LinkflowQuirks largestContactIdPage(int value) {
        largestContactIdPage = value;
        return this;
    }

    /** Only the first so many ids of a window are ever answered, whatever the page; silently. No limit unless set. */
    public LinkflowQuirks contactIdTruncation(int value) {
        contactIdTruncation = value;
        return this;
    }

    /** The most contacts per answer in cursor mode; a larger {@code size} is silently taken for this one. 200 unless set. */
    public LinkflowQuirks largestContactCursorPage(int value) {
        largestContactCursorPage = value;
        return this;
    }

    /** Whether the contact cursor shows anonymous contacts too; false unless set. */
    public LinkflowQuirks contactCursorIncludesAnonymous(boolean value) {
        contactCursorIncludesAnonymous = value;
        return this;
    }

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

    /** Every answer leaves this long after its request came, in real time. None unless set. */
    public LinkflowQuirks latency(Duration value) {
        latency = DurationRange.of(value);
        return this;
    }

    /**
     * Every answer leaves a random time after its request came, in real time. The platform looks at, or changes, its state
     * at a random moment in between.
     */
    public LinkflowQuirks latency(Duration shortest, Duration longest) {
        latency = new DurationRange(shortest, longest);
        return this;
    }

    /** What answers say of the time. */
    public DateHeaders dates() {
        return dates;
    }

    /** How long tokens issued from now on are valid, by the platform's clock; two hours unless set. */
    public LinkflowQuirks tokenLife(Duration value) {
        tokenLife = value;
        return this;
    }

    /** Whether a new token ends the life of the one before; false unless set. */
    public LinkflowQuirks oneTokenAtATime(boolean value) {
        oneTokenAtATime = value;
        return this;
    }

    /**
     * What a missing, unknown or expired token and wrong credentials are answered; 401 with B00401 unless set. The document
     * does not say; the code is invented.
     *
     * @param status the HTTP status
     * @param code the code of the envelope; null for a plain text without envelope
     */
    public LinkflowQuirks tokenRefusal(int status, String code) {
        tokenRefusal = new TokenRefusal(status, code);
        return this;
    }

    /** Whether a message whose {@code message_id} was applied before is acknowledged and dropped; false unless set. */
    public LinkflowQuirks duplicatesRemoved(boolean value) {
        duplicatesRemoved = value;
        return this;
    }

    /**
     * A message whose data, or its {@code props}, holds this field is refused, and its whole request with it and without
     * effect. The field's text is the code if it begins with B, else the code is B00010. {@code poison} unless set.
     */
    public LinkflowQuirks refusalMarker(String field) {
        refusalMarker = field;
        return this;
    }

    /** The most messages in one request; more are refused as a whole with 400 B00031. No limit unless set. */
    public LinkflowQuirks largestMessageBatch(int value) {
        largestMessageBatch = value;
        return this;
    }

    /** The names of the domain of orders; the document has two, both are known unless set. */
    public LinkflowQuirks orderDomains(String... value) {
        orderDomains = Set.of(value);
        return this;
    }

    /** The code, with HTTP 500, for a {@code channelKey} that does not exist; B00022 unless set, as documented elsewhere. */
    public LinkflowQuirks unknownChannelCode(String value) {
        unknownChannelCode = value;
        return this;
    }

    /** The JSON that a successful write is answered; empty unless set, since the document shows no body. */
    public LinkflowQuirks writeAnswer(String json) {
        writeAnswer = json;
        return this;
    }

    /** How it treats tags. */
    public LinkflowTagQuirks tags() {
        return tags;
    }

    public PlatformTime time() {
        return new PlatformTime(zone);
    }

    public int cursorPageSize() {
        return cursorPageSize;
    }

    public int windowPageSize() {
        return windowPageSize;
    }

    public int windowPageLimit() {
        return windowPageLimit;
    }

    public RowOrder windowOrder() {
        return windowOrder;
    }

    public ContactBounds contactBounds() {
        return contactBounds;
    }

    public RowOrder contactIdOrder() {
        return contactIdOrder;
    }

    public int largestContactIdPage() {
        return largestContactIdPage;
    }

    public int contactIdTruncation() {
        return contactIdTruncation;
    }

    public int largestContactCursorPage() {
        return largestContactCursorPage;
    }

    public boolean contactCursorIncludesAnonymous() {
        return contactCursorIncludesAnonymous;
    }

    public DurationRange commitDelay() {
        return commitDelay;
    }

    public StaleReplicas staleReplicas() {
        return staleReplicas;
    }

    public DurationRange latency() {
        return latency;
    }

    public Duration tokenLife() {
        return tokenLife;
    }

    public boolean allowsOneTokenAtATime() {
        return oneTokenAtATime;
    }

    public TokenRefusal tokenRefusal() {
        return tokenRefusal;
    }

    public boolean removesDuplicates() {
        return duplicatesRemoved;
    }

    public String refusalMarker() {
        return refusalMarker;
    }

    public int largestMessageBatch() {
        return largestMessageBatch;
    }

    public Set<String> orderDomains() {
        return orderDomains;
    }

    public String unknownChannelCode() {
        return unknownChannelCode;
    }

    public String writeAnswer() {
        return writeAnswer;
    }
}
