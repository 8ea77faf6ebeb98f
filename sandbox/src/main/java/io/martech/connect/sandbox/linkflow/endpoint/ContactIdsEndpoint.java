package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.contact.ContactWindow;
import io.martech.connect.sandbox.linkflow.model.ContactBounds;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Page;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code GET /open/contacts_bulk/ids}: ids of contacts by update time, pages from 0, {@code page*size <= 10000} (else 420
 * B00030); {@code anonymous} 0 named (the default), 1 anonymous, -1 all. What the bounds mean is {@link ContactBounds}.
 */
public final class ContactIdsEndpoint implements Endpoint {

    private static final long LARGEST_OFFSET = 10_000;

    private final LinkflowPlatform platform;

    public ContactIdsEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/open/contacts_bulk/ids");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "contacts.ids";
    }

    @Override
    public Response answer(Request request) {
        LinkflowQuirks quirks = platform.quirks();
        long page = Parameters.requiredNumber(request, "page");
        long size = Parameters.requiredNumber(request, "size");
        if (page < 0 || size < 1) {
            throw PlatformRefusal.illegalParameter("page [" + page + "], size [" + size + "]");
        }
        if (Math.multiplyHigh(page, size) != 0 || page * size > LARGEST_OFFSET) {
            throw new PlatformRefusal(420, "B00030", "page*size必须小于等于10000");
        }
        Predicate<Row> wanted = wantedKind(Parameters.number(request, "anonymous", 0));
        ContactWindow window = ContactWindow.of(request, quirks);
        List<Row> rows = platform.contacts()
                .store()
                .table()
                .updatedBetween(window.from(), window.to(), quirks.contactIdOrder.get(), wanted);
        List<Row> shown = rows.subList(0, Math.min(rows.size(), quirks.contactIdTruncation.get()));
        int effectiveSize = (int) Math.min(size, quirks.largestContactIdPage.get());
        return Answers.json(
                Page.of(shown, page, effectiveSize).stream().map(Row::id).toList());
    }

    private static Predicate<Row> wantedKind(long anonymous) {
        if (anonymous < -1 || anonymous > 1) {
            throw PlatformRefusal.illegalParameter("anonymous [" + anonymous + "]");
        }
        return row -> anonymous == -1 || row.anonymous() == (anonymous == 1);
    }
}
