package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.DateHeaders;
import io.martech.connect.sandbox.http.DurationRange;
import io.martech.connect.sandbox.http.RequestFields.Place;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the simulated platform behaves where its documents are silent, and how badly. Every setting may be changed while requests
 * are served. Thread-safe. Setters return this object.
 */
public final class WukongQuirks {

    private volatile Set<WukongRevision> revisions = EnumSet.allOf(WukongRevision.class);
    private volatile Set<Place> parameterPlaces = EnumSet.of(Place.FORM);
    private volatile ZoneOffset zone = ZoneOffset.ofHours(8);
    private volatile LeadOrder leadOrder = LeadOrder.OLDEST_FIRST;
    private volatile int largestLeadAnswer = Integer.MAX_VALUE;
    private volatile boolean leadRepeatedForEachList;
    private volatile boolean startInclusive = true;
    private volatile boolean endInclusive;
    private volatile boolean unknownFilterRefused = true;
    private volatile int errorStatus = 200;
    private volatile String tokenRefusalCode = "40001";
    private volatile boolean lifeAsText = true;
    private volatile String registeredRedirect;
    private volatile int largestImport = Integer.MAX_VALUE;
    private volatile String refusalMarker = "poison";
    private volatile DurationRange latency = DurationRange.NONE;
    private final DateHeaders dates = new DateHeaders();

    /** The revisions whose names and paths are known; both unless set. */
    public WukongQuirks revisions(WukongRevision first, WukongRevision... others) {
        revisions = EnumSet.of(first, others);
        return this;
    }

    /** Where parameters of single calls are looked for; in a form unless set. A batch of leads is always JSON. */
    public WukongQuirks parameterPlaces(Place first, Place... others) {
        parameterPlaces = EnumSet.of(first, others);
        return this;
    }

    /** The offset whose midnights separate days; +08:00 unless set. */
    public WukongQuirks zone(ZoneOffset value) {
        zone = value;
        return this;
    }

    /** The order of leads; {@link LeadOrder#OLDEST_FIRST} unless set. */
    public WukongQuirks leadOrder(LeadOrder value) {
        leadOrder = value;
        return this;
    }

    /** The most leads in an answer; the rest is left out in silence. No limit unless set. */
    public WukongQuirks largestLeadAnswer(int value) {
        largestLeadAnswer = value;
        return this;
    }

    /** Whether a lead that several of the lists asked for hold comes once for each of them; false unless set. */
    public WukongQuirks leadRepeatedForEachList(boolean value) {
        leadRepeatedForEachList = value;
        return this;
    }

    /** Whether {@code create_at_start} and {@code create_at_end} include their day; true and false unless set. */
    public WukongQuirks rangeIncludes(boolean startDay, boolean endDay) {
        startInclusive = startDay;
        endInclusive = endDay;
        return this;
    }

    /** Whether a {@code wk_uid} or {@code list_id} that does not exist is refused, or finds nothing; true unless set. */
    public WukongQuirks unknownFilterRefused(boolean value) {
        unknownFilterRefused = value;
        return this;
    }

    /** The HTTP status of every refusal; 200 unless set. */
    public WukongQuirks errorStatus(int value) {
        errorStatus = value;
        return this;
    }

    /** The {@code errcode} for an access token that is missing, unknown or too old; 40001 unless set. */
    public WukongQuirks tokenRefusalCode(String value) {
        tokenRefusalCode = value;
        return this;
    }

    /** Whether {@code expires_in} is a text, as documented, or a number; true unless set. */
    public WukongQuirks lifeAsText(boolean value) {
        lifeAsText = value;
        return this;
    }

    /** The only {@code redirect_uri} that a code is given for; null, as unless set: any. */
    public WukongQuirks registeredRedirect(String value) {
        registeredRedirect = value;
        return this;
    }

    /** The most leads in a batch; more are refused as a whole. No limit unless set. */
    public WukongQuirks largestImport(int value) {
        largestImport = value;
        return this;
    }

    /** An import in which any value contains this text is refused as a whole and without effect; {@code poison} unless set. */
    public WukongQuirks refusalMarker(String value) {
        refusalMarker = value;
        return this;
    }

    /** How long answers take, in real time; no time unless set. */
    public WukongQuirks latency(Duration value) {
        latency = DurationRange.of(value);
        return this;
    }

    /** What answers say of the time. */
    public DateHeaders dates() {
        return dates;
    }

    public boolean knows(WukongRevision revision) {
        return revisions.contains(revision);
    }

    public Set<Place> parameterPlaces() {
        return parameterPlaces;
    }

    public ZoneOffset zone() {
        return zone;
    }

    public LeadOrder leadOrder() {
        return leadOrder;
    }

    public int largestLeadAnswer() {
        return largestLeadAnswer;
    }

    public boolean repeatsLeadForEachList() {
        return leadRepeatedForEachList;
    }

    public boolean includesStart() {
        return startInclusive;
    }

    public boolean includesEnd() {
        return endInclusive;
    }

    public boolean refusesUnknownFilter() {
        return unknownFilterRefused;
    }

    public int errorStatus() {
        return errorStatus;
    }

    public String tokenRefusalCode() {
        return tokenRefusalCode;
    }

    public boolean writesLifeAsText() {
        return lifeAsText;
    }

    public String registeredRedirect() {
        return registeredRedirect;
    }

    public int largestImport() {
        return largestImport;
    }

    public String refusalMarker() {
        return refusalMarker;
    }

    public DurationRange latency() {
        return latency;
    }
}
