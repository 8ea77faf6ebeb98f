/**
 * A small HTTP/1.1 server over plain sockets, and the faults that it can commit, for the platform simulators.
 *
 * <p>It is a server of its own because a simulator must do what the JDK's server refuses to do: reset a connection before or
 * after the request was applied, fall silent in the middle of a body, or end a body too early. It serves keep-alive
 * connections with one thread each, which is robust with clients that pool connections and fast enough for load tests.
 *
 * <p>On top of it stand what simulators have in common: {@link io.martech.connect.sandbox.http.ApiServer}, a server made of endpoints,
 * and {@link io.martech.connect.sandbox.http.token.RotatingTokens}, the life of OAuth tokens.
 */
package io.martech.connect.sandbox.http;
