package io.martech.connect.sandbox.linkflow;

import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.HttpFront;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestCounters;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WritesInFlight;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The HTTP interface of a {@link LinkflowPlatform} on 127.0.0.1. Any number of requests is served at once.
 *
 * <p>For each request, in this order: it is counted, a fault may be drawn, half of the latency passes, the fault strikes or the
 * request is answered, the rest of the latency passes.
 */
public final class LinkflowServer implements AutoCloseable {

    private final LinkflowPlatform platform;
    private final List<Endpoint> endpoints;
    private final ClockHeaders clockHeaders;
    private final FaultPlan faults;
    private final RequestCounters requests = new RequestCounters();
    private final Queue<Throwable> ownErrors = new ConcurrentLinkedQueue<>();
    private final WritesInFlight writesInFlight = new WritesInFlight();
    private final Latency latency;
    private final HttpFront front;

    private LinkflowServer(LinkflowPlatform platform, int port) {
        this.platform = platform;
        ContactSides sides = new ContactSides(platform);
        this.endpoints = List.of(
                new TokenEndpoint(platform),
                new OrdersEndpoint(platform),
                new ContactCursorEndpoint(platform),
                new ContactIdsEndpoint(platform),
                new ContactDetailsEndpoint(platform),
                new IdentityEndpoint(platform),
                new GroupsEndpoint(platform),
                new GroupMembersEndpoint(platform),
                new GroupWritesEndpoint(platform),
                new GroupCreationEndpoint(platform),
                new FoldersEndpoint(platform),
                new QrCodesEndpoint(platform),
                new PathEndpoint("/open/report/(\\d+)", "reports", platform.reports()::ask),
                new PathEndpoint(
                        "/open/dashboard/(\\d+)/summary",
                        "dashboards",
                        id -> Optional.ofNullable(
                                platform.reports().dashboards().get(id))),
                new PathEndpoint("/open/contacts/(\\d+)/identities", "contacts.identities", sides::identities),
                new PathEndpoint(
                        "/open/contacts/(\\d+)/channel_identities", "contacts.channels", sides::channelIdentities),
                new ContactTagsEndpoint(platform, sides),
                new TagListEndpoint(platform),
                new TagCreationEndpoint(platform),
                new TagValuesEndpoint(platform),
                new DimensionEndpoint(platform),
                MessagesEndpoint.ofEveryDomain(platform),
                MessagesEndpoint.ofOrders(platform));
        this.clockHeaders = new ClockHeaders(platform.clock(), platform.behaviour());
        this.faults = new FaultPlan(platform.seed());
        this.latency = new Latency(platform.behaviour(), platform.seed());
        this.front = HttpFront.start("linkflow-sandbox", port, this::handle);
    }

    /** Starts a server on a free port. */
    public static LinkflowServer start(LinkflowPlatform platform) {
        return start(platform, 0);
    }

    /**
     * Starts a server.
     *
     * @param port the port, or 0 for any free one
     * @throws java.io.UncheckedIOException when the port is taken; the message names it
     */
    public static LinkflowServer start(LinkflowPlatform platform, int port) {
        return new LinkflowServer(platform, port);
    }

    /** The base address, what {@code linkflow.url} is set to; without a slash at its end. */
    public URI uri() {
        return front.uri();
    }

    /** The port that it listens on. */
    public int port() {
        return front.port();
    }

    /** The platform behind this server. */
    public LinkflowPlatform platform() {
        return platform;
    }

    /** The faults of this server; none at first. */
    public FaultPlan faults() {
        return faults;
    }

    /**
     * Requests received, those struck by a fault included: {@code token}, {@code orders.cursor}, {@code orders.window},
     * {@code contacts.cursor}, {@code contacts.ids}, {@code contacts.details}, {@code identity}, {@code groups.list},
     * {@code groups.members}, {@code folders}, {@code qrcodes}, {@code reports}, {@code dashboards},
     * {@code contacts.identities}, {@code contacts.channels}, {@code contacts.tags}, {@code messages},
     * {@code messages.orders}, {@code tags.list}, {@code tags.create}, {@code tags.value}, {@code dim.data},
     * {@code groups.join}, {@code groups.leave}, {@code groups.create},
     * {@code unknown}.
     */
    public RequestCounters requests() {
        return requests;
    }

    /**
     * How often a write arrived while another one that shares an identity with it was still in flight, so that their order was left
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

    private Delivery handle(Request request) throws InterruptedException {
        Optional<Endpoint> endpoint =
                endpoints.stream().filter(each -> each.matches(request)).findFirst();
        requests.count(endpoint.map(each -> each.countedAs(request)).orElse("unknown"));
        Optional<Fault> fault = faults.draw(endpoint.map(Endpoint::traffic).orElse(Traffic.READ));
        if (endpoint.isEmpty() || endpoint.get().traffic() != Traffic.WRITE) {
            return handle(endpoint, request, fault);
        }
        List<String> persons = endpoint.get().persons(request);
        writesInFlight.begin(persons);
        try {
            return handle(endpoint, request, fault);
        } finally {
            writesInFlight.end(persons);
        }
    }

    private Delivery handle(Optional<Endpoint> endpoint, Request request, Optional<Fault> fault)
            throws InterruptedException {
        Latency.Wait wait = latency.begin();
        wait.forAMomentInBetween();
        boolean isHandled = fault.isEmpty() || fault.get().letsTheRequestThrough();
        Response answer = isHandled ? answer(endpoint, request) : null;
        Delivery delivery = fault.map(each -> each.strike(answer)).orElseGet(() -> Delivery.whole(answer));
        if (fault.isPresent()) {
            Thread.sleep(fault.get().delay().toMillis());
        }
        wait.forTheRest();
        return new Delivery(clockHeaders.on(delivery.response()), delivery.manner());
    }

    private Response answer(Optional<Endpoint> endpoint, Request request) {
        try {
            if (endpoint.isEmpty()) {
                return Response.text(404, "Not Found");
            }
            if (endpoint.get().needsToken() && !hasValidToken(request)) {
                return Answers.tokenRefusal(platform.behaviour());
            }
            return endpoint.get().answer(request);
        } catch (PlatformRefusal refusal) {
            return Answers.error(refusal.status(), refusal.code(), refusal.getMessage());
        } catch (RuntimeException bug) {
            ownErrors.add(bug);
            return Response.text(500, "The sandbox itself has failed: " + bug);
        }
    }

    private boolean hasValidToken(Request request) {
        return request.header("X-OpenApi-Token")
                .filter(platform.tokens()::isValid)
                .isPresent();
    }
}
