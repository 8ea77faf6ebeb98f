package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import io.martech.connect.source.ManualTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers every request by a function, and remembers what was asked. Safe for use by many threads. */
public final class FakeClient implements PlatformClient {

    private final Function<ApiRequest, JsonNode> answers;
    private final Queue<ApiRequest> requests = new ConcurrentLinkedQueue<>();

    public FakeClient(Function<ApiRequest, JsonNode> answers) {
        this.answers = answers;
    }

    public static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the real client throws for a documented code, by what the request says of it. */
    static PlatformException refusal(ApiRequest request, String code) {
        Category category = request.expectation().splitCodes().contains(code)
                ? Category.SPLIT
                : request.expectation().rejectCodes().contains(code) ? Category.REJECT : Category.STOP;
        return new PlatformException(category, "refused with " + code, 500, code, null, null);
    }

    static String parameter(ApiRequest request, String name) {
        return request.query().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(ApiRequest.QueryParameter::value)
                .findFirst()
                .orElse(null);
    }

    /** Each request as {@code path?name=value&…}, in the order in which they came. */
    List<String> requests() {
        return requests.stream()
                .map(request -> request.path() + "?"
                        + request.query().stream()
                                .map(parameter -> parameter.name() + "=" + parameter.value())
                                .collect(Collectors.joining("&")))
                .toList();
    }

    @Override
    public ApiResponse execute(ApiRequest request) {
        requests.add(request);
        return new ApiResponse(200, answers.apply(request));
    }

    @Override
    public TextLines open(TextFile file, long linesReadBefore) {
        throw new UnsupportedOperationException("It has no files");
    }

    @Override
    public ServerClock serverClock() {
        return ManualTime.atTen();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
