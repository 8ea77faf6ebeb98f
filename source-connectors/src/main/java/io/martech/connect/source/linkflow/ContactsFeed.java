package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.PageLimitException;
import io.martech.connect.source.reader.Window;
import java.util.List;
import java.util.Objects;

/**
 * Contacts: ids by {@code GET /open/contacts_bulk/ids} (chapter 批量获取联系人ID) or {@code GET /open/contacts/cursor}
 * (chapter 游标方式获取联系人), rows always by {@link ContactDetails}, since the cursor's rows lack {@code ver},
 * {@code profilePhoto} and {@code openIds}.
 *
 * <p>Windows: {@code page} from 0, {@code page*size <= 10000} (B00030). Whether the bounds of the update time include
 * a time of day is undocumented ({@link ContactWindowCalibration} detects it), and so is whether they are inclusive: a
 * window requests one more second on either side, and the rows' own times decide.
 */
final class ContactsFeed implements ChangeFeed {

    static final String NAME = "contacts";

    /** Pages 0 to 10 of 1000 ids keep {@code page*size} within 10,000. */
    static final int MAXIMUM_PAGES = 11;

    private static final int IDS_PER_PAGE = 1_000;
    private static final int CURSOR_SIZE = 200;
    private static final String CURSOR_PATH = "/open/contacts/cursor";

    private final RequestCounter client;
    private final ContactKind kind;
    private final ContactDetails details;
    private final ContactEnrichment enrichment;
    private final WindowPrecision precision;

    ContactsFeed(
            RequestCounter client,
            ParallelRequests parallel,
            ContactKind kind,
            boolean withOpenIds,
            List<String> enrichment,
            WindowPrecision precision) {
        this.client = client;
        this.kind = kind;
        this.details = new ContactDetails(client, parallel, withOpenIds);
        this.enrichment = new ContactEnrichment(client, parallel, enrichment);
        this.precision = precision;
    }

    @Override
    public List<JsonNode> windowPage(Window window, int number) {
        try {
            return client.list(ids(precision.lowerBound(window), precision.upperBound(window), number)
                    .expecting(expectationOf(window)));
        } catch (PlatformException e) {
            if (e.category() == Category.SPLIT) {
                throw new PageLimitException(e);
            }
            throw e;
        }
    }

    /** The longest window is undocumented; a platform with a limit may reject several days as an illegal parameter. */
    private static Expectation expectationOf(Window window) {
        Expectation ids = Expectation.array().splitting("B00030");
        return window.end().isAfter(window.start().plusDays(1)) ? ids.splitting("B00010") : ids;
    }

    /** A page of ids between two bounds in the platform's format, numbered from 1. */
    ApiRequest ids(String minUpdateTime, String maxUpdateTime, int number) {
        return idsOfAllTimes(number, IDS_PER_PAGE)
                .with("minUpdateTime", minUpdateTime)
                .with("maxUpdateTime", maxUpdateTime);
    }

    /** A page of ids regardless of update time, numbered from 1. */
    ApiRequest idsOfAllTimes(int number, int size) {
        return ApiRequest.get(NAME, "/open/contacts_bulk/ids")
                .with("page", number - 1)
                .with("size", size)
                .with("anonymous", kind.parameter());
    }

    List<JsonNode> list(ApiRequest request) {
        return client.list(request);
    }

    @Override
    public List<JsonNode> idPage(long lastMaxId, AnswerRoom room) {
        ApiRequest request = ApiRequest.get(NAME, CURSOR_PATH)
                .with("lastMaxId", lastMaxId)
                .with("size", CURSOR_SIZE)
                .expecting(Expectation.array());
        List<JsonNode> page = client.list(request, room);
        return RowIds.withIds(page, RowIds::idOrNull, client, NAME);
    }

    @Override
    public LoadedRows load(List<JsonNode> entries, AnswerRoom room) {
        if (entries.isEmpty()) {
            return new LoadedRows(List.of(), List.of());
        }
        // An entry without an id has no detail either.
        entries.stream().filter(entry -> RowIds.idOrNull(entry) == null).forEach(client::setAside);
        LoadedRows loaded = details.of(
                entries.stream()
                        .map(RowIds::idOrNull)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                room);
        List<JsonNode> rows = loaded.rows().stream().filter(kind::includes).toList();
        return new LoadedRows(enrichment.of(rows), loaded.idsWithoutDetail());
    }

    @Override
    public long idOf(JsonNode entry) {
        return RowIds.idOrSubstitute(entry);
    }

    @Override
    public int overlapSeconds() {
        return 1;
    }

    @Override
    public boolean idPagesShowEveryRow() {
        return kind.isShownByCursor();
    }
}
