package io.martech.connect.sandbox.http;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

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

    /** Makes answers take their time, in real time, the time for computing them included. */
    private static final class Latency {
        private final Supplier<DurationRange> range;
        private final long seed;
        private final AtomicLong requests = new AtomicLong();

        /** @param range asked for each request anew */
        Latency(Supplier<DurationRange> range, long seed) {
            this.range = range;
            this.seed = seed;
        }

        Wait begin() {
            SplittableRandom random = new SplittableRandom(seed ^ requests.incrementAndGet());
            long total = TimeUnit.MILLISECONDS.toNanos(range.get().millis(random.nextInt(Integer.MAX_VALUE)));
            return new Wait(System.nanoTime(), (long) (total * random.nextDouble()), total);
        }

        /**
         * The waiting of one request.
         *
         * @param begun a reading of {@link System#nanoTime()}
         * @param inBetween nanoseconds until the platform looks at its state
         * @param total nanoseconds until the answer leaves
         */
        record Wait(long begun, long inBetween, long total) {

            void forAMomentInBetween() throws InterruptedException {
                until(inBetween);
            }

            void forTheRest() throws InterruptedException {
                until(total);
            }

            private void until(long nanos) throws InterruptedException {
                long rest = begun + nanos - System.nanoTime();
                if (rest > 0) {
                    TimeUnit.NANOSECONDS.sleep(rest);
                }
            }
        }
    }

    /** Notices when two writes that speak of the same person are in flight at once: their order is then left to chance. Thread-safe. */
    private static final class WritesInFlight {
        private final Map<String, Integer> persons = new HashMap<>();
        private int current;
        private int most;
        private long conflicts;

        /** A write of these persons begins. */
        public synchronized void begin(List<String> request) {
            if (request.stream().anyMatch(persons::containsKey)) {
                conflicts++;
            }
            request.forEach(person -> persons.merge(person, 1, Integer::sum));
            current++;
            most = Math.max(most, current);
        }

        /** It has ended. */
        public synchronized void end(List<String> request) {
            request.forEach(person -> persons.computeIfPresent(person, (key, count) -> count == 1 ? null : count - 1));
            current--;
        }

        /** The most writes that were ever in flight at once. */
        public synchronized int most() {
            return most;
        }

        /** How often a write began while another one that shares a person with it was in flight. */
        public synchronized long conflicts() {
            return conflicts;
        }
    }
}
