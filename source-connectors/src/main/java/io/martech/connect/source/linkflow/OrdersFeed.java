package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.PageLimitException;
import io.martech.connect.source.reader.Window;
import java.util.List;

/**
 * Orders: {@code GET /open/orders}, chapter 获取订单列表. Two modes: {@code lastMaxId}, which returns inserts only, and
 * {@code startTime} (inclusive), {@code endTime} (exclusive) on the update time with {@code page} from 1, at most 100
 * pages (B00093). The page size is undocumented and may differ between the modes.
 */
final class OrdersFeed implements ChangeFeed {

    static final String NAME = "orders";

    static final int MAXIMUM_PAGES = 100;

    private static final String PATH = "/open/orders";

    private final RequestCounter client;

    OrdersFeed(RequestCounter client) {
        this.client = client;
    }

    @Override
    public List<JsonNode> windowPage(Window window, int number) {
        try {
            return client.list(ApiRequest.get(NAME, PATH)
                    .with("startTime", PlatformTime.format(window.start()))
                    .with("endTime", PlatformTime.format(window.end()))
                    .with("page", number)
                    .expecting(Expectation.array().splitting("B00093")));
        } catch (PlatformException e) {
            if (e.category() == Category.SPLIT) {
                throw new PageLimitException(e);
            }
            throw e;
        }
    }

    @Override
    public List<JsonNode> idPage(long lastMaxId, AnswerRoom room) {
        ApiRequest request =
                ApiRequest.get(NAME, PATH).with("lastMaxId", lastMaxId).expecting(Expectation.array());
        List<JsonNode> page = client.list(request, room);
        return RowIds.withIds(page, RowIds::idOrNull, client, NAME);
    }

    @Override
    public LoadedRows load(List<JsonNode> entries, AnswerRoom room) {
        return new LoadedRows(entries, List.of());
    }

    @Override
    public long idOf(JsonNode entry) {
        return RowIds.idOrSubstitute(entry);
    }

    @Override
    public int overlapSeconds() {
        return 0;
    }

    @Override
    public boolean idPagesShowEveryRow() {
        return true;
    }
}
