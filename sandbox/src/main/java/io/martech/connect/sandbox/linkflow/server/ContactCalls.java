package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.ContactBounds;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import io.martech.connect.sandbox.linkflow.model.Row;
import io.martech.connect.sandbox.linkflow.model.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The calls that read contacts and what the platform holds of a contact besides. */
final class ContactCalls {
    private static final List<String> FIELDS_OF_DETAILS_ONLY = List.of("ver", "profilePhoto", "openIds");
    private static final int DEFAULT_SIZE = 200;
    private static final int MOST_IDS = 100;
    private static final long LARGEST_OFFSET = 10_000;

    private final LinkflowPlatform platform;

    ContactCalls(LinkflowPlatform platform) {
        this.platform = platform;
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.reading("GET", "/open/contacts/cursor", "contacts.cursor", this::aboveCursor),
                ApiEndpoint.reading("GET", "/open/contacts_bulk/ids", "contacts.ids", this::ids),
                ApiEndpoint.reading("GET", "/open/contacts_bulk", "contacts.details", this::details),
                ApiEndpoint.reading("GET", "/open/identity/contact", "identity", this::ofIdentity),
                ApiEndpoint.reading("POST", "/open/contacts/tags", "contacts.tags", this::tags),
                ApiEndpoint.reading(
                        "GET",
                        "/open/contacts/\\d+/identities",
                        "contacts.identities",
                        request -> besides(request, platform::identitiesOf)),
                ApiEndpoint.reading(
                        "GET",
                        "/open/contacts/\\d+/channel_identities",
                        "contacts.channels",
                        request -> besides(request, platform::channelIdentitiesOf)));
    }

    /**
     * The contacts above {@code lastMaxId}, ascending, 200 unless {@code size} says otherwise. The rows lack {@code ver},
     * {@code profilePhoto} and {@code openIds}.
     */
    private Response aboveCursor(Request request) {
        LinkflowQuirks quirks = platform.quirks();
        long lastMaxId = Parameters.requiredNumber(request, "lastMaxId");
        long size = Parameters.number(request, "size", DEFAULT_SIZE);
        if (size < 1) {
            throw Refusals.illegalParameter("size [" + size + "]");
        }
        boolean includesAnonymous = quirks.contactCursorIncludesAnonymous.get();
        List<Row> rows = table().above(
                        lastMaxId,
                        (int) Math.min(size, quirks.largestContactCursorPage.get()),
                        row -> includesAnonymous || !row.anonymous());
        PlatformTime time = quirks.time();
        return Answers.rows(rows, row -> row.render(time).remove(FIELDS_OF_DETAILS_ONLY));
    }

    /**
     * Ids of contacts by update time, pages from 0, {@code page*size <= 10000} (else 420 B00030); {@code anonymous} 0 named (the
     * default), 1 anonymous, -1 all. What the bounds mean is {@link io.martech.connect.sandbox.linkflow.model.ContactBounds}.
     */
    private Response ids(Request request) {
        LinkflowQuirks quirks = platform.quirks();
        long page = Parameters.requiredNumber(request, "page");
        long size = Parameters.requiredNumber(request, "size");
        if (page < 0 || size < 1) {
            throw Refusals.illegalParameter("page [" + page + "], size [" + size + "]");
        }
        if (Math.multiplyHigh(page, size) != 0 || page * size > LARGEST_OFFSET) {
            throw Refusals.of(420, "B00030", "page*size必须小于等于10000");
        }
        Predicate<Row> wanted = wantedKind(Parameters.number(request, "anonymous", 0));
        ContactWindow window = ContactWindow.of(request, quirks);
        List<Row> rows = table().updatedBetween(window.from(), window.to(), quirks.contactIdOrder.get(), wanted);
        List<Row> shown = rows.subList(0, Math.min(rows.size(), quirks.contactIdTruncation.get()));
        int effectiveSize = (int) Math.min(size, quirks.largestContactIdPage.get());
        return JsonText.answer(
                Answers.page(shown, page, effectiveSize).stream().map(Row::id).toList());
    }

    private static Predicate<Row> wantedKind(long anonymous) {
        if (anonymous < -1 || anonymous > 1) {
            throw Refusals.illegalParameter("anonymous [" + anonymous + "]");
        }
        return row -> anonymous == -1 || row.anonymous() == (anonymous == 1);
    }

    /**
     * The contacts with the {@code ids} given. Ids beyond the hundredth are silently ignored, ids that do not exist are left out,
     * {@code openIds} come only with {@code needOpenId=1}.
     */
    private Response details(Request request) {
        List<Long> ids = Arrays.stream(Parameters.required(request, "ids").split(","))
                .limit(MOST_IDS)
                .map(text -> Parameters.number("ids", text))
                .toList();
        boolean withOpenIds =
                request.parameter("needOpenId").filter("1"::equals).isPresent();
        PlatformTime time = platform.quirks().time();
        return Answers.rows(
                table().visible(ids),
                row -> withOpenIds ? row.render(time) : row.render(time).remove(List.of("openIds")));
    }

    /** The id of the contact with an identity, or {@code null}. */
    private Response ofIdentity(Request request) {
        Identity identity = new Identity(Parameters.required(request, "idType"), Parameters.required(request, "id"));
        return JsonText.answer(platform.contacts().with(identity).orElse(null));
    }

    /** The tag values of the contact with an identity (400 B01376 if there is none). */
    private Response tags(Request request) {
        JsonNode body = Parameters.json(request);
        Identity identity =
                new Identity(body.path("type").asText(), body.path("id").asText());
        return JsonText.answer(platform.tagsOf(
                platform.contacts().with(identity).orElseThrow(() -> Refusals.of(400, "B01376", "身份不存在"))));
    }

    private static Response besides(Request request, LongFunction<JsonNode> held) {
        long id = Parameters.number("id", request.segment(2));
        JsonNode list = held.apply(id);
        if (list.isMissingNode()) {
            throw Refusals.notFound("contact", id);
        }
        return JsonText.answer(list);
    }

    private Table table() {
        return platform.contacts().table();
    }

    /**
     * The window that the bounds of a contact-id request select, in epoch seconds.
     *
     * @param from included
     * @param to excluded
     */
    private record ContactWindow(long from, long to) {
        private static final int LENGTH_OF_A_DATE = 10;
        private static final long A_DAY = 86_400;
        /** Below every update time, yet above the mark of rows without one. */
        private static final long ALWAYS = Long.MIN_VALUE + 1;

        public static ContactWindow of(Request request, LinkflowQuirks quirks) {
            ContactBounds bounds = quirks.contactBounds.get();
            PlatformTime time = quirks.time();
            ToLongFunction<String> start = text -> start(bounds, time, text);
            ToLongFunction<String> end = text -> end(bounds, time, text);
            if (bounds == ContactBounds.IGNORED) {
                return new ContactWindow(ALWAYS, Long.MAX_VALUE);
            }
            ContactWindow window = new ContactWindow(
                    request.parameter("minUpdateTime").map(start::applyAsLong).orElse(ALWAYS),
                    request.parameter("maxUpdateTime").map(end::applyAsLong).orElse(Long.MAX_VALUE));
            boolean isBounded = window.from > ALWAYS && window.to < Long.MAX_VALUE;
            if (isBounded
                    && window.to - window.from
                            > quirks.longestContactWindow.get().toSeconds() + A_DAY) {
                throw Refusals.illegalParameter("minUpdateTime, maxUpdateTime: too far from each other");
            }
            return window;
        }

        private static long start(ContactBounds bounds, PlatformTime time, String text) {
            long second = second(bounds, time, "minUpdateTime", text);
            return switch (bounds) {
                case SECONDS_START_EXCLUSIVE, SECONDS_EXCLUSIVE -> second + 1;
                case CUT_TO_MIDNIGHT, CUT_TO_WHOLE_DAYS -> time.midnightOf(second);
                default -> second;
            };
        }

        private static long end(ContactBounds bounds, PlatformTime time, String text) {
            long second = second(bounds, time, "maxUpdateTime", text);
            return switch (bounds) {
                case SECONDS_END_EXCLUSIVE, SECONDS_EXCLUSIVE -> second;
                case CUT_TO_MIDNIGHT -> time.midnightOf(second) + 1;
                case CUT_TO_WHOLE_DAYS, DATES_ONLY_WHOLE_DAYS -> time.midnightOf(second) + A_DAY;
                default -> second + 1;
            };
        }

        private static long second(ContactBounds bounds, PlatformTime time, String name, String text) {
            boolean datesOnly =
                    bounds == ContactBounds.DATES_ONLY_MIDNIGHT || bounds == ContactBounds.DATES_ONLY_WHOLE_DAYS;
            return datesOnly || text.length() == LENGTH_OF_A_DATE ? time.parseDate(name, text) : time.parse(name, text);
        }
    }
}
