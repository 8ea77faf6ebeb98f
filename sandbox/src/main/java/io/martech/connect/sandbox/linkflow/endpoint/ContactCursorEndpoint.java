package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.util.List;

/**
 * {@code GET /open/contacts/cursor}: the contacts above {@code lastMaxId}, ascending, 200 unless {@code size} says otherwise.
 * Its rows lack {@code ver}, {@code profilePhoto} and {@code openIds}.
 */
public final class ContactCursorEndpoint implements Endpoint {

    private static final List<String> FIELDS_OF_DETAILS_ONLY = List.of("ver", "profilePhoto", "openIds");
    private static final int DEFAULT_SIZE = 200;

    private final LinkflowPlatform platform;

    public ContactCursorEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/open/contacts/cursor");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "contacts.cursor";
    }

    @Override
    public Response answer(Request request) {
        LinkflowQuirks quirks = platform.quirks();
        long lastMaxId = Parameters.requiredNumber(request, "lastMaxId");
        long size = Parameters.number(request, "size", DEFAULT_SIZE);
        if (size < 1) {
            throw PlatformRefusal.illegalParameter("size [" + size + "]");
        }
        boolean includesAnonymous = quirks.contactCursorIncludesAnonymous.get();
        List<Row> rows = platform.contacts()
                .store()
                .table()
                .above(
                        lastMaxId,
                        (int) Math.min(size, quirks.largestContactCursorPage.get()),
                        row -> includesAnonymous || !row.anonymous());
        PlatformTime time = quirks.time();
        return Answers.rows(rows, row -> shortForm(row.render(time)));
    }

    private static ObjectNode shortForm(ObjectNode contact) {
        return contact.remove(FIELDS_OF_DETAILS_ONLY);
    }
}
