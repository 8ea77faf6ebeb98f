package io.martech.connect.sink.linkflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiRequest.QueryParameter;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.Category;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import io.martech.connect.sink.engine.FakeTime;
import io.martech.connect.sink.record.PlatformTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A platform in memory that knows one tag and calculates it, one calculation at a time, by the time of a test. */
public final class CalculatingPlatform implements PlatformClient {

    public static final String TAG = "tag_level";
    public static final PlatformTime CLOCK = new PlatformTime(ZoneOffset.ofHours(8));

    private static final QueryParameter FIRST_PAGE = new QueryParameter("page", "0");

    private final FakeTime time;
    private Duration calculationTime = Duration.ofMinutes(1);
    private Duration listTime = Duration.ZERO;
    private Instant end = Instant.MAX;
    private String lastEnd = "2017-11-30 20:37:12";
    private boolean writesTimes = true;
    private int calculations;

    public CalculatingPlatform(FakeTime time) {
        this.time = time;
    }

    /** Lets somebody else's calculation run for so long from now on. */
    public void calculateForSomebodyElse(Duration duration) {
        end = time.now().plus(duration);
    }

    /** How long a page of the list takes, behind the row of the tag. */
    public void listTime(Duration value) {
        listTime = value;
    }

    /** From now on ends are told in a form that no document shows. */
    public void writeTimesInAnotherForm() {
        writesTimes = false;
    }

    public int calculations() {
        return calculations;
    }

    public boolean isCalculating() {
        endIfDue();
        return !end.equals(Instant.MAX);
    }

    @Override
    public ApiResponse execute(ApiRequest request) {
        endIfDue();
        if (request.path().endsWith("/calculate")) {
            begin();
            return new ApiResponse(200, MissingNode.getInstance());
        }
        ArrayNode rows = Json.object().putArray("rows");
        if (request.query().contains(FIRST_PAGE)) {
            rows.addObject()
                    .put("tagId", 1)
                    .put("tagKey", TAG)
                    .put("tagType", "UPLOAD")
                    .put("lastCalculateTime", lastEnd);
        }
        time.advance(listTime);
        return new ApiResponse(200, rows);
    }

    @Override
    public TextLines open(TextFile file, long linesReadBefore) {
        throw new UnsupportedOperationException("No sink reads files");
    }

    @Override
    public ServerClock serverClock() {
        return time::now;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private void begin() {
        if (!end.equals(Instant.MAX)) {
            throw new PlatformException(Category.REJECT, "Linkflow: B01152.", 500, "B01152", null, null);
        }
        calculations++;
        end = time.now().plus(calculationTime);
    }

    private void endIfDue() {
        if (!end.isAfter(time.now())) {
            lastEnd = writesTimes ? CLOCK.localText(end) : "at " + end;
            end = Instant.MAX;
        }
    }
}
