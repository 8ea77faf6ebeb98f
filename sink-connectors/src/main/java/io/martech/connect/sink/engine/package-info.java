/**
 * Delivers records to a platform at least once and in order per identity. Independent of any platform.
 *
 * <p>{@link io.martech.connect.sink.engine.SinkEngine} is the interface for a task. A platform adds an
 * {@link io.martech.connect.sink.operation.Operation}: how a record becomes a message, and messages a request.
 */
package io.martech.connect.sink.engine;
