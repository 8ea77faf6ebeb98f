/**
 * What the quickstart shows, as facts: {@link io.martech.connect.sandbox.quickstart.streams.Streams} is the list. A new stream is one
 * implementation of {@link io.martech.connect.sandbox.quickstart.streams.Source} or
 * {@link io.martech.connect.sandbox.quickstart.streams.Sink} and a line in that list; a new platform is one implementation of
 * {@link io.martech.connect.sandbox.quickstart.streams.SimulatedPlatform} and a line there.
 */
package io.martech.connect.sandbox.quickstart.streams;
