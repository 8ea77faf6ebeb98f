package io.martech.connect.sandbox.linkflow.server;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiFront;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import io.martech.connect.sandbox.linkflow.ContactSides;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.endpoint.ContactCursorEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.ContactDetailsEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.ContactIdsEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.ContactTagsEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.DimensionEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.FoldersEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.GroupCreationEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.GroupMembersEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.GroupWritesEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.GroupsEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.IdentityEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.MessagesEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.OrdersEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.PathEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.QrCodesEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.TagCalculationEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.TagCreationEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.TagExportEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.TagFileEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.TagListEndpoint;
import io.martech.connect.sandbox.linkflow.endpoint.TagValuesEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The HTTP interface of a {@link LinkflowPlatform} on 127.0.0.1. Any number of requests is served at once. */
public final class LinkflowServer implements AutoCloseable {

    private final LinkflowPlatform platform;
    private final ApiFront front;

    private LinkflowServer(LinkflowPlatform platform, int port) {
        this.platform = platform;
        this.front = ApiFront.start("linkflow-sandbox", port, endpointsOf(platform), platform.conditions());
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
        return front.faults();
    }

    /**
     * Requests received, those struck by a fault included: {@code token}, {@code orders.cursor}, {@code orders.window},
     * {@code contacts.cursor}, {@code contacts.ids}, {@code contacts.details}, {@code identity}, {@code groups.list},
     * {@code groups.members}, {@code folders}, {@code qrcodes}, {@code reports}, {@code dashboards},
     * {@code contacts.identities}, {@code contacts.channels}, {@code contacts.tags}, {@code messages},
     * {@code messages.orders}, {@code tags.list}, {@code tags.create}, {@code tags.value}, {@code tags.upload},
     * {@code tags.calculate}, {@code tags.export.begin}, {@code tags.export.look}, {@code tags.export.file}, {@code dim.data},
     * {@code groups.join}, {@code groups.leave}, {@code groups.create},
     * {@code unknown}.
     */
    public RequestCounters requests() {
        return front.requests();
    }

    /**
     * How often a write arrived while another one that shares an identity with it was still in flight, so that their order was left
     * to chance. A client that gave up waiting and sent again counts too.
     */
    public long conflictingWrites() {
        return front.conflictingWrites();
    }

    /** The most writes that were ever in flight at once. */
    public int mostWritesInFlight() {
        return front.mostWritesInFlight();
    }

    /** Exceptions of the simulator itself, each answered with 500. Empty, unless the simulator has a bug. */
    public List<Throwable> ownErrors() {
        return front.ownErrors();
    }

    /** Stops listening and drops all connections; the platform keeps its state and another server may be started for it. */
    @Override
    public void close() {
        front.close();
    }

    private static List<ApiEndpoint> endpointsOf(LinkflowPlatform platform) {
        ContactSides sides = new ContactSides(platform);
        return Stream.of(
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
                                "/open/contacts/(\\d+)/channel_identities",
                                "contacts.channels",
                                sides::channelIdentities),
                        new ContactTagsEndpoint(platform, sides),
                        new TagListEndpoint(platform),
                        new TagCreationEndpoint(platform),
                        new TagValuesEndpoint(platform),
                        new TagFileEndpoint(platform),
                        new TagCalculationEndpoint(platform),
                        TagExportEndpoint.begin(platform),
                        TagExportEndpoint.look(platform),
                        TagExportEndpoint.file(platform),
                        new DimensionEndpoint(platform),
                        MessagesEndpoint.ofEveryDomain(platform),
                        MessagesEndpoint.ofOrders(platform))
                .<ApiEndpoint>map(endpoint -> new GuardedEndpoint(platform, endpoint))
                .toList();
    }
}
