/**
 * A stateful simulation of the M1world platform, written from its public API document alone. It shares no code with the
 * clients, so that a misreading of the document on one side shows up on the other.
 *
 * <p>{@link io.martech.connect.sandbox.m1world.M1worldPlatform} is the state and changes it,
 * {@link io.martech.connect.sandbox.m1world.M1worldServer} is its HTTP interface,
 * {@link io.martech.connect.sandbox.m1world.account.M1worldQuirks} says how it behaves where the document is silent,
 * {@link io.martech.connect.sandbox.http.token.TokenRules} how long its tokens live, and
 * {@link io.martech.connect.sandbox.http.FaultPlan} what goes wrong.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
 * M1worldPlatform platform = new M1worldPlatform(clock, seed);
 * platform.contacts().insert(5_000);
 * platform.quirks().quota(2_000, QuotaHour.ROLLING).errorShapes.set(List.of(ErrorShape.CODE_IN_DATA)).contactOrder.set(ContactOrder.NEWEST_FIRST);
 * try (M1worldServer server = M1worldServer.start(platform)) {
 *     // a client with server.api().uri() and M1worldPlatform.TOKEN, or with server.oauthUri(), server.authorization().uri(),
 *     // M1worldPlatform.APP_KEY, M1worldPlatform.APP_SECRET and platform.tokens().issue().refreshToken()
 *     server.api().faults().inject(M1worldFault.SERVER_ERROR, 0.1, Traffic.WRITE);
 *     server.authorization().faults().outage(WireFault.RESET_AFTER_APPLYING);
 *     platform.contacts().byId();               // the truth to compare with
 *     platform.receivedContacts();           // what clients wrote, in the order in which it was applied
 *     server.api().requests().of("contact.add");   // what it cost
 * }
 * }</pre>
 *
 * <p>Times of rows, tokens and quotas follow the platform's clock, which may be virtual. Latency is real time.
 */
package io.martech.connect.sandbox.m1world;
