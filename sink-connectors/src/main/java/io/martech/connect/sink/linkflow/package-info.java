/**
 * Writes into Linkflow: how records become its messages, and the connectors that users name. One write operation is one
 * {@link io.martech.connect.sink.operation.Operation}; when it is sent, and what follows, is the engine's business.
 */
package io.martech.connect.sink.linkflow;
