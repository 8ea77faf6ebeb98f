package io.martech.connect.sandbox.m1world.account;

import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How the simulated platform behaves where its document is silent, and how badly. Every setting may be changed while requests
 * are served. Thread-safe.
 */
public final class M1worldQuirks {
    /** Where errors hold their code; several shapes are used in turn. */
    public final Setting<M1worldQuirks, List<ErrorShape>> errorShapes =
            new Setting<>(this, List.of(ErrorShape.CODE_ON_TOP));
    /** The HTTP status of every error of the API. */
    public final Setting<M1worldQuirks, Integer> errorStatus = new Setting<>(this, 200);
    /** The HTTP status of every error of the authorization server. */
    public final Setting<M1worldQuirks, Integer> authErrorStatus = new Setting<>(this, 400);
    /** Where parameters of POST calls are looked for. Those of GET calls are in the address. */
    public final Setting<M1worldQuirks, Set<Place>> postPlaces = new Setting<>(this, Set.of(Place.FORM));
    /** Whether the fixed key works below {@code /v2} and OAuth tokens above it, too. */
    public final Setting<M1worldQuirks, Boolean> anyTokenAtAnyAddress = new Setting<>(this, false);
    /** The only {@code redirect_uri} that is accepted; null: any, the same in both steps. */
    public final Setting<M1worldQuirks, String> registeredRedirect = new Setting<>(this, null);
    /** The most calls of the API per hour; beyond it E10104. Documented are 2000 and 4000. */
    public final Setting<M1worldQuirks, Integer> quota = new Setting<>(this, Integer.MAX_VALUE);
    /** Which hour the quota means. */
    public final Setting<M1worldQuirks, QuotaHour> quotaHour = new Setting<>(this, QuotaHour.ROLLING);
    /** Whether calls beyond the quota use up the quota too, so that who hammers never gets through. */
    public final Setting<M1worldQuirks, Boolean> refusedCallsCounted = new Setting<>(this, false);
    /** Paths, as {@code /contact/delete}, that are answered E10102. */
    public final Setting<M1worldQuirks, Set<String>> forbiddenPaths = new Setting<>(this, Set.of());
    /** A write after which there would be more contacts is refused as a whole. */
    public final Setting<M1worldQuirks, Integer> mostContacts = new Setting<>(this, Integer.MAX_VALUE);
    /** The code of that refusal, E00001 to E00004. */
    public final Setting<M1worldQuirks, String> accountLimitCode = new Setting<>(this, "E00003");
    /** What contacts are matched by when they are overwritten or merged, the first field first. */
    public final Setting<M1worldQuirks, List<String>> identityFields =
            new Setting<>(this, List.of("email", "mobilePhone"));
    /** Whether a merge only fills what is empty, or lays the new over the old. */
    public final Setting<M1worldQuirks, Boolean> mergeOnlyFillsGaps = new Setting<>(this, false);
    /** Whether an edit creates contacts that it does not find, or passes over them in silence. */
    public final Setting<M1worldQuirks, Boolean> editInsertsMissing = new Setting<>(this, false);
    /** Whether a {@code propertyId} that does not exist refuses the write with E10103, or is ignored. */
    public final Setting<M1worldQuirks, Boolean> unknownPropertyRefused = new Setting<>(this, true);
    /** Whether a second custom field of one name is refused with E10103, or created. */
    public final Setting<M1worldQuirks, Boolean> repeatedPropertyRefused = new Setting<>(this, true);
    /** How long a new custom field is missing from the list, though it exists. */
    public final Setting<M1worldQuirks, Duration> propertyListDelay = new Setting<>(this, Duration.ZERO);
    /** The order of the list of contacts. */
    public final Setting<M1worldQuirks, ContactOrder> contactOrder = new Setting<>(this, ContactOrder.BY_ID);
    /** The most contacts per page, as documented; a larger {@code limit} is silently taken for this one. */
    public final Setting<M1worldQuirks, Integer> largestContactPage = new Setting<>(this, 50);
    /** The most events that a page holds, whatever is asked for; none is documented. */
    public final Setting<M1worldQuirks, Integer> largestEventPage = new Setting<>(this, Integer.MAX_VALUE);
    /** The number of the first page of every list. A page before it is refused with E10103. */
    public final Setting<M1worldQuirks, Integer> firstPage = new Setting<>(this, 1);
    /** Whether the newest event comes first, as in the document's example, or last. */
    public final Setting<M1worldQuirks, Boolean> newestEventFirst = new Setting<>(this, true);
    /**
     * Whether every second page is answered by a replica that orders events of the same second the other way round, so that pages repeat
     * some and leave out others.
     */
    public final Setting<M1worldQuirks, Boolean> replicasOrderTiesDifferently = new Setting<>(this, false);
    /** Whether {@code contactSize} of groups tells how many they hold, or 0, as in the document's example. */
    public final Setting<M1worldQuirks, Boolean> membersCounted = new Setting<>(this, true);
    /** Whether {@code /edm/tasks} selects by {@code sendtime} or by {@code createtime}. */
    public final Setting<M1worldQuirks, Boolean> tasksBySendTime = new Setting<>(this, false);

    private final AtomicLong errors = new AtomicLong();

    ErrorShape nextErrorShape() {
        List<ErrorShape> inTurn = errorShapes.get();
        return inTurn.get((int) (errors.getAndIncrement() % inTurn.size()));
    }
}
