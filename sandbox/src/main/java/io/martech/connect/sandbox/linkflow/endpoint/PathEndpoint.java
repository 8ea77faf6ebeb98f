package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A read of one thing whose id is in the path; what does not exist is 404 B00008. */
public final class PathEndpoint implements Endpoint {

    private final Pattern path;
    private final String countedAs;
    private final Function<Long, Optional<JsonNode>> thing;

    /** @param path with one group, the id */
    public PathEndpoint(String path, String countedAs, Function<Long, Optional<JsonNode>> thing) {
        this.path = Pattern.compile(path);
        this.countedAs = countedAs;
        this.thing = thing;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("GET") && path.matcher(request.path()).matches();
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return countedAs;
    }

    @Override
    public Response answer(Request request) {
        Matcher matcher = path.matcher(request.path());
        matcher.matches();
        long id = Parameters.number("id", matcher.group(1));
        return Answers.json(
                thing.apply(id).orElseThrow(() -> new PlatformRefusal(404, "B00008", "No [id] found [" + id + "]")));
    }
}
