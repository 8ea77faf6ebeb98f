/**
 * One adapter for each simulated platform, for the quickstart, the tests and the benchmarks: its server, what connectors are configured
 * with, and the rows that its source is documented to write.
 *
 * <p>It is written from the documents and from what the topics look like, and shares no code with the connectors: a mistake of theirs
 * cannot hide here.
 */
package io.martech.connect.sandbox.adapter;
