package io.martech.connect.sandbox.http;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One documented endpoint of a simulated platform.
 *
 * @param name the name under which its requests are counted
 * @param traffic what its requests are for
 * @param isAskedBy whether a request is for this endpoint
 * @param persons the persons that a write speaks of, in a form in which equal persons are equal texts; it may throw {@link ApiRefusal},
 *     which means nobody
 * @param answer answers a request; it throws {@link ApiRefusal} for what the platform refuses
 */
public record ApiEndpoint(
        String name,
        Traffic traffic,
        Predicate<Request> isAskedBy,
        Function<Request, List<String>> persons,
        Function<Request, Response> answer) {

    /**
     * An endpoint that speaks of nobody.
     *
     * @param path a regular expression for the whole path
     */
    public static ApiEndpoint of(
            Traffic traffic, String method, String path, String name, Function<Request, Response> answer) {
        Predicate<String> isPath = Pattern.compile(path).asMatchPredicate();
        return new ApiEndpoint(
                name,
                traffic,
                request -> request.method().equals(method) && isPath.test(request.path()),
                request -> List.of(),
                answer);
    }

    /** An endpoint that reads. @param path a regular expression for the whole path */
    public static ApiEndpoint reading(String method, String path, String name, Function<Request, Response> answer) {
        return of(Traffic.READ, method, path, name, answer);
    }

    /** An endpoint that writes. @param path a regular expression for the whole path */
    public static ApiEndpoint writing(String method, String path, String name, Function<Request, Response> answer) {
        return of(Traffic.WRITE, method, path, name, answer);
    }

    /** The same, for those of the requests only for which a condition holds. */
    public ApiEndpoint when(Predicate<Request> condition) {
        return new ApiEndpoint(name, traffic, isAskedBy.and(condition), persons, answer);
    }

    /** The same, speaking of persons. */
    public ApiEndpoint about(Function<Request, List<String>> somebody) {
        return new ApiEndpoint(name, traffic, isAskedBy, somebody, answer);
    }

    /** The same behind a check, which throws {@link ApiRefusal} for requests that must not get through. */
    public ApiEndpoint behind(Consumer<Request> check) {
        return new ApiEndpoint(name, traffic, isAskedBy, persons, request -> {
            check.accept(request);
            return answer.apply(request);
        });
    }
}
