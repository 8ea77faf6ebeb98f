package io.martech.connect.sandbox.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP interface of a simulated platform on 127.0.0.1, made of its endpoints. Any number of requests is served at once.
 *
 * <p>For each request, in this order: it is counted, a fault may be drawn, a part of the latency passes, the fault strikes or the
 * request is answered, the rest of the latency passes.
 */
public final class ApiServer implements AutoCloseable {

    private final String basePath;
    private final List<ApiEndpoint> endpoints;
    private final ApiConditions conditions;
    private final Latency latency;
    private final FaultPlan faults;
    private final RequestCounters requests = new RequestCounters();
    private final WritesInFlight writesInFlight = new WritesInFlight();
    private final Queue<Throwable> ownErrors = new ConcurrentLinkedQueue<>();
    private final HttpFront front;

    private ApiServer(String name, int port, String basePath, List<ApiEndpoint> endpoints, ApiConditions conditions) {
        this.basePath = basePath;
        this.endpoints = List.copyOf(endpoints);
        this.conditions = conditions;
        this.latency = new Latency(conditions::latency, conditions.seed());
        this.faults = new FaultPlan(conditions.seed());
        this.front = HttpFront.start(name, port, new Handler());
    }

    /**
     * Starts a server.
     *
     * @param name names its threads
     * @param port the port, or 0 for any free one
     * @param basePath what clients take for a part of the address; empty, or with a slash at its beginning
     * @param endpoints the first that matches a request answers it; a request that none matches is answered 404
     * @throws java.io.UncheckedIOException when the port is taken; the message names it
     */
    public static ApiServer start(
            String name, int port, String basePath, List<ApiEndpoint> endpoints, ApiConditions conditions) {
        return new ApiServer(name, port, basePath, endpoints, conditions);
    }

    /** The base address, without a slash at its end. */
    public URI uri() {
        return URI.create(front.uri() + basePath);
    }

    /** The faults of this server; none at first. */
    public FaultPlan faults() {
        return faults;
    }

    /** Requests received by the name of their endpoint, those struck by a fault included; {@code unknown} for the rest. */
    public RequestCounters requests() {
        return requests;
    }

    /**
     * How often a write arrived while another one that shares a person with it was still in flight, so that their order was left
     * to chance. A client that gave up waiting and sent again counts too.
     */
    public long conflictingWrites() {
        return writesInFlight.conflicts();
    }

    /** The most writes that were ever in flight at once. */
    public int mostWritesInFlight() {
        return writesInFlight.most();
    }

    /** Exceptions of the simulator itself, each answered with 500. Empty, unless the simulator has a bug. */
    public List<Throwable> ownErrors() {
        return List.copyOf(ownErrors);
    }

    /** Stops listening and drops all connections; the platform keeps its state and another server may be started for it. */
    @Override
    public void close() {
        front.close();
    }

    /** Faults in front of the platform, then the platform. */
    private final class Handler implements RequestHandler {

        @Override
        public Delivery handle(Request request) throws InterruptedException {
            return ApiServer.this.handle(request);
        }

        @Override
        public Optional<Delivery> refusalOf(long bodyLength) {
            return faults.refusalOf(bodyLength);
        }
    }

    private Delivery handle(Request request) throws InterruptedException {
        Optional<ApiEndpoint> endpoint = endpoints.stream()
                .filter(each -> each.isAskedBy().test(request))
                .findFirst();
        requests.count(endpoint.map(ApiEndpoint::name).orElse("unknown"));
        Traffic traffic = endpoint.map(ApiEndpoint::traffic).orElse(Traffic.READ);
        Optional<Fault> fault = faults.draw(traffic, request);
        if (traffic != Traffic.WRITE) {
            return handle(endpoint, request, fault);
        }
        List<String> persons = personsOf(endpoint.get(), request);
        writesInFlight.begin(persons);
        try {
            return handle(endpoint, request, fault);
        } finally {
            writesInFlight.end(persons);
        }
    }

    private static List<String> personsOf(ApiEndpoint endpoint, Request request) {
        try {
            return endpoint.persons().apply(request);
        } catch (ApiRefusal unreadable) {
            return List.of();
        }
    }

    private Delivery handle(Optional<ApiEndpoint> endpoint, Request request, Optional<Fault> fault)
            throws InterruptedException {
        Latency.Wait wait = latency.begin();
        wait.forAMomentInBetween();
        boolean isHandled = fault.isEmpty() || fault.get().letsTheRequestThrough();
        Response answer = isHandled ? answer(endpoint, request) : null;
        Delivery delivery = fault.map(each -> each.strike(answer)).orElseGet(() -> Delivery.whole(answer));
        if (fault.isPresent()) {
            TimeUnit.MILLISECONDS.sleep(fault.get().delay().toMillis());
        }
        wait.forTheRest();
        return new Delivery(conditions.dates().on(delivery.response(), conditions.clock()), delivery.manner());
    }

    private Response answer(Optional<ApiEndpoint> endpoint, Request request) {
        try {
            return endpoint.map(each -> each.answer().apply(request)).orElseGet(() -> Response.text(404, "Not Found"));
        } catch (ApiRefusal refusal) {
            return refusal.response();
        } catch (RuntimeException bug) {
            ownErrors.add(bug);
            return Response.text(500, "The sandbox itself has failed: " + bug);
        }
    }
}
