/**
 * A stateful simulation of the Wukong platform, written from its public API documents alone. It shares no code with the
 * clients, so that a misreading of a document on one side shows up on the other.
 *
 * <p>{@link io.martech.connect.sandbox.wukong.WukongPlatform} is the state and changes it,
 * {@link io.martech.connect.sandbox.wukong.WukongServer} is its HTTP interface,
 * {@link io.martech.connect.sandbox.wukong.WukongQuirks} says how it behaves where the documents are silent,
 * {@link io.martech.connect.sandbox.http.token.TokenRules} how long its tokens live, and
 * {@link io.martech.connect.sandbox.http.FaultPlan} what goes wrong.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
 * WukongPlatform platform = new WukongPlatform(clock, seed);
 * String list = platform.addList("77", "官网访客");
 * platform.insertLeadHistory(500, Duration.ofDays(30));
 * platform.quirks().largestLeadAnswer.set(1_000);
 * platform.tokens().rules().oldRefreshToken.set(OldRefreshToken.LIVES_FOR_A_GRACE).mostCalls.set(20).callWindow.set(Duration.ofDays(1));
 * try (ApiServer server = WukongServer.start(platform)) {
 *     // a client with server.uri(), WukongPlatform.APP_ID, WukongPlatform.APP_SECRET and
 *     // platform.tokens().newCode() or platform.tokens().issue().refreshToken()
 *     platform.updateRandomLeads(20);
 *     server.faults().outage(WukongFault.UNKNOWN_CODE, Traffic.READ);
 *     server.faults().heal();
 *     platform.leadsById();              // the truth to compare with
 *     platform.importedLeads();          // what clients wrote, in the order in which it arrived
 *     server.requests().of("token");     // what it cost
 * }
 * }</pre>
 *
 * <p>Times of rows and tokens follow the platform's clock, which may be virtual. Latency is real time.
 */
package io.martech.connect.sandbox.wukong;
