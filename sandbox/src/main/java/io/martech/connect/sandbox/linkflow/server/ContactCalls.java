package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.contact.ContactWindow;
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
        return platform.contacts().store().table();
    }
}
