/**
 * Compares what a platform holds with what the topics hold, field by field, and what a topic holds with what the platform received.
 *
 * <p>It is written from the platform's documents and from what the topics look like, and shares no code with the connectors: a
 * mistake of theirs cannot hide here.
 */
package io.martech.connect.sandbox.comparison;
