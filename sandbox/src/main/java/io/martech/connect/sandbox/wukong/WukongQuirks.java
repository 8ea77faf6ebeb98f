package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Setting;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * How the simulated platform behaves where its documents are silent, and how badly. Every setting may be changed while requests
 * are served. Thread-safe.
 */
public final class WukongQuirks {
    /** The revisions whose names and paths are known. */
    public final Setting<WukongQuirks, Set<WukongRevision>> revisions =
            new Setting<>(this, Set.of(WukongRevision.values()));
    /** Where parameters of single calls are looked for. A batch of leads is always JSON. */
    public final Setting<WukongQuirks, Set<Place>> parameterPlaces = new Setting<>(this, Set.of(Place.FORM));
    /** The order of leads. */
    public final Setting<WukongQuirks, LeadOrder> leadOrder = new Setting<>(this, LeadOrder.OLDEST_FIRST);
    /** The most leads in an answer; the rest is left out in silence. */
    public final Setting<WukongQuirks, Integer> largestLeadAnswer = new Setting<>(this, Integer.MAX_VALUE);
    /** Whether a lead that several of the lists asked for hold comes once for each of them. */
    public final Setting<WukongQuirks, Boolean> leadRepeatedForEachList = new Setting<>(this, false);
    /** Whether the days from {@code create_at_start} include it. */
    public final Setting<WukongQuirks, Boolean> startIncluded = new Setting<>(this, true);
    /** Whether the days to {@code create_at_end} include it. */
    public final Setting<WukongQuirks, Boolean> endIncluded = new Setting<>(this, false);
    /** Whether a {@code wk_uid} or {@code list_id} that does not exist is refused, or finds nothing. */
    public final Setting<WukongQuirks, Boolean> unknownFilterRefused = new Setting<>(this, true);
    /** The HTTP status of every refusal. */
    public final Setting<WukongQuirks, Integer> errorStatus = new Setting<>(this, 200);
    /** The {@code errcode} for an access token that is missing, unknown or too old. */
    public final Setting<WukongQuirks, String> tokenRefusalCode = new Setting<>(this, "40001");
    /** The only {@code redirect_uri} that a code is given for; null: any. */
    public final Setting<WukongQuirks, String> registeredRedirect = new Setting<>(this, null);
    /** The most leads in a batch; more are refused as a whole. */
    public final Setting<WukongQuirks, Integer> largestImport = new Setting<>(this, Integer.MAX_VALUE);

    /** The offset whose midnights separate days. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    /** An import in which any value contains this text is refused as a whole and without effect. */
    static final String REFUSAL_MARKER = "poison";

    boolean knows(WukongRevision revision) {
        return revisions.get().contains(revision);
    }
}
