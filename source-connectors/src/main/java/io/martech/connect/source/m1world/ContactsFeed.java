package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.paged.PageFeed;
import io.martech.connect.source.reader.paged.PagedSnapshotReader;
import io.martech.connect.source.reader.paged.PassSettings;
import io.martech.connect.source.reader.snapshot.Deletes;

/**
 * Contacts: {@code GET /contact/all} (获取联系人列表), at most 50 per page, in an undocumented order, without a filter for
 * changes. {@code GET /contact/detail} (获取联系人详情) adds a contact's operation log and e-mail activity, with one request
 * each.
 */
final class ContactsFeed implements PageFeed {

    static final String NAME = "contacts";

    private static final int PAGE_SIZE = 50;

    /** Generated for each response, with the time in its name. */
    private static final String QR_CODE = "QRCodeURL";

    private final M1worldCalls calls;
    private final boolean hasDetails;

    ContactsFeed(M1worldCalls calls, boolean hasDetails) {
        this.calls = calls;
        this.hasDetails = hasDetails;
    }

    /** Creates the resource of contacts. */
    static Resource open(SourceContext<M1worldSourceOptions> context) {
        M1worldSourceOptions options = context.options();
        RequestCounter requests = new RequestCounter(context.client());
        M1worldCalls calls = M1worldCalls.of(requests, context);
        Deletes deletes = Deletes.of(NAME, options);
        long emittedSince = options.startTime().isEmpty() ? 0 : options.since().toEpochMilli();
        Reader reader = new PagedSnapshotReader(
                new ContactsFeed(calls, options.hasContactDetails()),
                context.slicesOf(NAME),
                context.client().serverClock(),
                options.zone(),
                new PassSettings(options.contactPassInterval(), options.pollIntervalOf(NAME), emittedSince),
                deletes,
                context.priority());
        return context.resource(
                        NAME,
                        reader,
                        M1worldSchemas.CONTACT.in(options.handling()),
                        requests,
                        () -> requests.warnings() + deletes.warnings())
                .ofAccountIn("accountId");
    }

    @Override
    public Page page(long number) {
        return calls.page(ApiRequest.get(NAME, "/contact/all"), "total", "list", number, PAGE_SIZE);
    }

    /**
     * For a row without an id, a negative number derived from the content: it is read, but cannot be converted to a
     * record.
     */
    @Override
    public long idOf(JsonNode row) {
        JsonNode id = row.path("id");
        return id.isIntegralNumber() && id.canConvertToLong()
                ? id.longValue()
                : -1 - (Fingerprints.of(fingerprinted(row)) >>> 1);
    }

    @Override
    public long updatedAt(JsonNode row) {
        return row.path("updateTime").asLong(0);
    }

    @Override
    public JsonNode fingerprinted(JsonNode row) {
        return row.isObject() ? ((ObjectNode) row.deepCopy()).without(QR_CODE) : row;
    }

    /** The fields of the list take precedence; the detail adds those that the list does not have. */
    @Override
    public Detailed detailed(JsonNode row) {
        if (!hasDetails || idOf(row) < 0) {
            return new Detailed(row, true);
        }
        JsonNode answer = detail(idOf(row));
        if (answer == null) {
            return new Detailed(row, false);
        }
        ObjectNode whole = row.deepCopy();
        answer.path("detail").properties().forEach(field -> {
            if (!row.has(field.getKey())) {
                whole.set(field.getKey(), field.getValue());
            }
        });
        if (answer.has("edm")) {
            whole.set("edm", answer.get("edm"));
        }
        return new Detailed(whole, true);
    }

    /** Null for a contact deleted since: the response is undocumented, and E10103 is that of a wrong id. */
    private JsonNode detail(long id) {
        try {
            return BlankTexts.asNull(calls.data(ApiRequest.get(NAME, "/contact/detail")
                    .with("id", id)
                    .expecting(Expectation.object().rejecting("E10103"))));
        } catch (PlatformException e) {
            if (e.category() == Category.REJECT) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public boolean isStillThere(long id) {
        return id >= 0 && detail(id) != null;
    }

    @Override
    public JsonNode keyOf(long id) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        return id < 0 ? key : key.put("id", id);
    }

    @Override
    public void countWarning() {
        calls.countWarning();
    }
}
