package io.martech.connect.sandbox.m1world.account;

import io.martech.connect.sandbox.http.DateHeaders;
import io.martech.connect.sandbox.http.DurationRange;
import io.martech.connect.sandbox.http.RequestFields.Place;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How the simulated platform behaves where its document is silent, and how badly. Every setting may be changed while requests
 * are served. Thread-safe. Setters return this object.
 *
 * <p>It is long because it is a list: one field, one documented setter and one getter per setting, and nothing else.
 */
public final class M1worldQuirks {

    private final AtomicLong errors = new AtomicLong();

    private volatile List<ErrorShape> errorShapes = List.of(ErrorShape.CODE_ON_TOP);
    private volatile int errorStatus = 200;
    private volatile int authErrorStatus = 400;
    private volatile Set<Place> postPlaces = EnumSet.of(Place.FORM);
    private volatile Set<Place> authPlaces = EnumSet.of(Place.QUERY);
    private volatile boolean anyTokenAtAnyAddress;
    private volatile String registeredRedirect;
    private volatile int quota = Integer.MAX_VALUE;
    private volatile QuotaHour quotaHour = QuotaHour.ROLLING;
    private volatile boolean refusedCallsCounted;
    private volatile Set<String> forbiddenPaths = Set.of();
    private volatile int mostContacts = Integer.MAX_VALUE;
    private volatile String accountLimitCode = "E00003";
    private volatile int largestBatch = 1000;
    private volatile List<String> identityFields = List.of("email", "mobilePhone");
    private volatile boolean mergeOnlyFillsGaps;
    private volatile boolean editInsertsMissing;
    private volatile String refusalMarker = "poison";
    private volatile boolean unknownPropertyRefused = true;
    private volatile boolean repeatedPropertyRefused = true;
    private volatile Duration propertyListDelay = Duration.ZERO;
    private volatile ContactOrder contactOrder = ContactOrder.BY_ID;
    private volatile int largestContactPage = 50;
    private volatile int largestEventPage = Integer.MAX_VALUE;
    private volatile boolean newestEventFirst = true;
    private volatile int firstPage = 1;
    private volatile boolean membersCounted = true;
    private volatile boolean tasksBySendTime;
    private volatile DurationRange latency = DurationRange.NONE;
    private volatile boolean replicasOrderTiesDifferently;
    private final DateHeaders dates = new DateHeaders();

    /** Where errors hold their code; several shapes are used in turn. {@link ErrorShape#CODE_ON_TOP} unless set. */
    public M1worldQuirks errorShapes(ErrorShape... inTurn) {
        errorShapes = List.of(inTurn);
        return this;
    }

    /** The HTTP status of every error of the API; 200 unless set. */
    public M1worldQuirks errorStatus(int value) {
        errorStatus = value;
        return this;
    }

    /** The HTTP status of every error of the authorization server; 400 unless set. */
    public M1worldQuirks authErrorStatus(int value) {
        authErrorStatus = value;
        return this;
    }

    /** Where parameters of POST calls are looked for; in a form unless set. Those of GET calls are in the address. */
    public M1worldQuirks postPlaces(Place first, Place... others) {
        postPlaces = EnumSet.of(first, others);
        return this;
    }

    /** Where parameters of the token call are looked for; in the address, as documented, unless set. */
    public M1worldQuirks authPlaces(Place first, Place... others) {
        authPlaces = EnumSet.of(first, others);
        return this;
    }

    /** Whether the fixed key works below {@code /v2} and OAuth tokens above it, too; false unless set. */
    public M1worldQuirks anyTokenAtAnyAddress(boolean value) {
        anyTokenAtAnyAddress = value;
        return this;
    }

    /** The only {@code redirect_uri} that is accepted; null, as unless set: any, the same in both steps. */
    public M1worldQuirks registeredRedirect(String value) {
        registeredRedirect = value;
        return this;
    }

    /** The most calls of the API per hour; beyond it E10104. No limit unless set; documented are 2000 and 4000. */
    public M1worldQuirks quota(int calls, QuotaHour hour) {
        quota = calls;
        quotaHour = hour;
        return this;
    }

    /** Whether calls beyond the quota use up the quota too, so that who hammers never gets through; false unless set. */
    public M1worldQuirks refusedCallsCounted(boolean value) {
        refusedCallsCounted = value;
        return this;
    }

    /** Paths, as {@code /contact/delete}, that are answered E10102; none unless set. */
    public M1worldQuirks forbiddenPaths(String... paths) {
        forbiddenPaths = Set.of(paths);
        return this;
    }

    /** A write after which there would be more contacts is refused as a whole with this code, E00001 to E00004. No limit unless set. */
    public M1worldQuirks accountLimit(int contacts, String code) {
        mostContacts = contacts;
        accountLimitCode = code;
        return this;
    }

    /** The most contacts per write; beyond it E00005. 1000 unless set, as documented. */
    public M1worldQuirks largestBatch(int value) {
        largestBatch = value;
        return this;
    }

    /** What contacts are matched by when they are overwritten or merged, the first field first; email, mobilePhone unless set. */
    public M1worldQuirks identityFields(String... names) {
        identityFields = List.of(names);
        return this;
    }

    /** Whether a merge only fills what is empty, or lays the new over the old; false unless set. */
    public M1worldQuirks mergeOnlyFillsGaps(boolean value) {
        mergeOnlyFillsGaps = value;
        return this;
    }

    /** Whether an edit creates contacts that it does not find, or passes over them in silence; false unless set. */
    public M1worldQuirks editInsertsMissing(boolean value) {
        editInsertsMissing = value;
        return this;
    }

    /** A write in which any text contains this one is refused as a whole and without effect, E10103; {@code poison} unless set. */
    public M1worldQuirks refusalMarker(String value) {
        refusalMarker = value;
        return this;
    }

    /** Whether a {@code propertyId} that does not exist refuses the write with E10103, or is ignored; true unless set. */
    public M1worldQuirks unknownPropertyRefused(boolean value) {
        unknownPropertyRefused = value;
        return this;
    }

    /** Whether a second custom field of one name is refused with E10103, or created; true unless set. */
    public M1worldQuirks repeatedPropertyRefused(boolean value) {
        repeatedPropertyRefused = value;
        return this;
    }

    /** How long a new custom field is missing from the list, though it exists; no time unless set. */
    public M1worldQuirks propertyListDelay(Duration value) {
        propertyListDelay = value;
        return this;
    }

    /** The order of the list of contacts; {@link ContactOrder#BY_ID} unless set. */
    public M1worldQuirks contactOrder(ContactOrder value) {
        contactOrder = value;
        return this;
    }

    /** The most contacts per page; a larger {@code limit} is silently taken for this one. 50 unless set, as documented. */
    public M1worldQuirks largestContactPage(int value) {
        largestContactPage = value;
        return this;
    }

    /** The number of the first page of every list; 1 unless set. A page before it is refused with E10103. */
    public M1worldQuirks firstPage(int value) {
        firstPage = value;
        return this;
    }

    /** Whether {@code /edm/tasks} selects by {@code sendtime} or by {@code createtime}; by the latter unless set. */
    public M1worldQuirks tasksBySendTime(boolean value) {
        tasksBySendTime = value;
        return this;
    }

    /** How long answers take, in real time; no time unless set. */
    public M1worldQuirks latency(Duration value) {
        latency = DurationRange.of(value);
        return this;
    }

    /**
     * Whether every second page is answered by a replica that orders events of the same second the other way round, so that pages repeat
     * some and leave out others; false unless set.
     */
    public M1worldQuirks replicasOrderTiesDifferently(boolean value) {
        replicasOrderTiesDifferently = value;
        return this;
    }

    /** What answers say of the time. */
    public DateHeaders dates() {
        return dates;
    }

    /** The most events that a page holds, whatever is asked for; no limit unless set, as none is documented. */
    public M1worldQuirks largestEventPage(int value) {
        largestEventPage = value;
        return this;
    }

    /** Whether the newest event comes first, as in the document's example, or last; true unless set. */
    public M1worldQuirks newestEventFirst(boolean value) {
        newestEventFirst = value;
        return this;
    }

    /** Whether {@code contactSize} of groups tells how many they hold, or 0, as in the document's example; true unless set. */
    public M1worldQuirks membersCounted(boolean value) {
        membersCounted = value;
        return this;
    }

    public ErrorShape nextErrorShape() {
        List<ErrorShape> inTurn = errorShapes;
        return inTurn.get((int) (errors.getAndIncrement() % inTurn.size()));
    }

    public int errorStatus() {
        return errorStatus;
    }

    public int authErrorStatus() {
        return authErrorStatus;
    }

    public Set<Place> postPlaces() {
        return postPlaces;
    }

    public Set<Place> authPlaces() {
        return authPlaces;
    }

    public boolean acceptsAnyTokenAtAnyAddress() {
        return anyTokenAtAnyAddress;
    }

    public String registeredRedirect() {
        return registeredRedirect;
    }

    public int quota() {
        return quota;
    }

    public QuotaHour quotaHour() {
        return quotaHour;
    }

    public boolean countsRefusedCalls() {
        return refusedCallsCounted;
    }

    public Set<String> forbiddenPaths() {
        return forbiddenPaths;
    }

    public int mostContacts() {
        return mostContacts;
    }

    public String accountLimitCode() {
        return accountLimitCode;
    }

    public int largestBatch() {
        return largestBatch;
    }

    public List<String> identityFields() {
        return identityFields;
    }

    public boolean mergesOnlyIntoGaps() {
        return mergeOnlyFillsGaps;
    }

    public boolean insertsMissingOnEdit() {
        return editInsertsMissing;
    }

    public String refusalMarker() {
        return refusalMarker;
    }

    public boolean refusesUnknownProperty() {
        return unknownPropertyRefused;
    }

    public Duration propertyListDelay() {
        return propertyListDelay;
    }

    public boolean refusesRepeatedProperty() {
        return repeatedPropertyRefused;
    }

    public ContactOrder contactOrder() {
        return contactOrder;
    }

    public int largestContactPage() {
        return largestContactPage;
    }

    public int largestEventPage() {
        return largestEventPage;
    }

    public boolean showsNewestEventFirst() {
        return newestEventFirst;
    }

    public boolean countsMembers() {
        return membersCounted;
    }

    public int firstPage() {
        return firstPage;
    }

    public boolean selectsTasksBySendTime() {
        return tasksBySendTime;
    }

    public DurationRange latency() {
        return latency;
    }

    public boolean ordersTiesDifferentlyOnEverySecondPage() {
        return replicasOrderTiesDifferently;
    }
}
