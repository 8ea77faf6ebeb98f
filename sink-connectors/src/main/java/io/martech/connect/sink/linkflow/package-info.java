/**
 * Writes into Linkflow: how records become its messages, and the connector classes. Each write operation is one
 * {@link io.martech.connect.sink.operation.Operation}; the engine decides when it is sent, and what follows.
 */
package io.martech.connect.sink.linkflow;
