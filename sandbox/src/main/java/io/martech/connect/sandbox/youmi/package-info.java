/**
 * A stateful simulation of the Youmi platform, written from its public API documents alone. It shares no code with the
 * clients, so that a misreading of a document on one side shows up on the other.
 *
 * <p>{@link io.martech.connect.sandbox.youmi.YoumiPlatform} is the state and changes it,
 * {@link io.martech.connect.sandbox.youmi.YoumiServer} is its HTTP interface,
 * {@link io.martech.connect.sandbox.youmi.YoumiQuirks} says how it behaves where the documents are silent, and
 * {@link io.martech.connect.sandbox.http.FaultPlan} what goes wrong.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
 * YoumiPlatform platform = new YoumiPlatform(clock, seed);
 * platform.insert(YoumiList.LABELS, 40);
 * platform.quirks().tokenLife.set(Duration.ofMinutes(5));
 * try (ApiServer server = YoumiServer.start(platform)) {
 *     // a client with server.uri(), YoumiPlatform.APP_ID and YoumiPlatform.APP_KEY
 *     platform.updateRandom(YoumiList.LABELS, 5);
 *     platform.moveCounters();
 *     server.faults().outage(YoumiFault.ERROR_WITH_EMPTY_LIST, Traffic.READ);
 *     server.faults().heal();
 *     platform.rowsByKey(YoumiList.LABELS); // the truth to compare with
 *     server.requests().of("labels");       // what it cost
 * }
 * }</pre>
 *
 * <p>Tokens and signatures age by the platform's clock, which may be virtual. Latency is real time.
 */
package io.martech.connect.sandbox.youmi;
