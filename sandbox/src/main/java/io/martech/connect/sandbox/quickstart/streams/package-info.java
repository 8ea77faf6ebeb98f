/**
 * What the quickstart shows, as facts: {@link io.martech.connect.sandbox.quickstart.streams.Streams} is the list. A new stream is one
 * {@link io.martech.connect.sandbox.quickstart.streams.Source} or {@link io.martech.connect.sandbox.quickstart.streams.Sink} in that
 * list; a new platform is one {@link io.martech.connect.sandbox.quickstart.streams.Platform} there, made of its adapter.
 */
package io.martech.connect.sandbox.quickstart.streams;
