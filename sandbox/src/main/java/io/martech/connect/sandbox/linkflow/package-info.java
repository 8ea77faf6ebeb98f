/**
 * A stateful simulation of the Linkflow platform, written from its public API document alone. It shares no code with the
 * clients, so that a misreading of the document on one side shows up on the other.
 *
 * <p>{@link io.martech.connect.sandbox.linkflow.LinkflowPlatform} is the state and changes it,
 * {@link io.martech.connect.sandbox.linkflow.server.LinkflowServer} is its HTTP interface,
 * {@link io.martech.connect.sandbox.linkflow.model.LinkflowQuirks} says how it behaves where the document is silent, and
 * {@link io.martech.connect.sandbox.http.FaultPlan} what goes wrong.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
 * LinkflowPlatform platform = new LinkflowPlatform(clock, seed);
 * platform.orders().insertHistory(5_000, Duration.ofDays(30));
 * platform.quirks().windowPageSize.set(37).windowOrder.set(RowOrder.BY_UPDATE_TIES_UNORDERED).commitDelay(Duration.ofSeconds(3));
 * try (ApiServer server = LinkflowServer.start(platform)) {
 *     // a client with server.uri(), LinkflowPlatform.APP_KEY and LinkflowPlatform.APP_SECRET
 *     clock.advance(Duration.ofSeconds(1));
 *     platform.orders().updateRandom(20);
 *     server.faults().inject(WireFault.RESET_AFTER_APPLYING, 0.1, Traffic.WRITE);
 *     server.faults().outage(LinkflowFault.UNKNOWN_CODE);
 *     server.faults().heal();
 *     platform.orders().byId();                  // the truth to compare with, at rest
 *     platform.receivedMessages();            // what clients wrote, in the order in which it was applied
 *     server.requests().of("orders.window");  // what it cost
 * }
 * }</pre>
 *
 * <p>Times of rows, tokens, commit delays and replicas follow the platform's clock, which may be virtual. Latency and the delay of
 * faults are real time.
 *
 * <p>To add an endpoint: one line in the list of the {@code ...Calls} of its area, and a method that answers.
 */
package io.martech.connect.sandbox.linkflow;
