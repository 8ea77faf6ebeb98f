/**
 * Delivers records to a platform at least once and in order per person, whatever the platform.
 *
 * <p>{@link io.martech.connect.sink.engine.SinkEngine} is what a task talks to. A platform adds an {@link
 * io.martech.connect.sink.operation.Operation}: how a record becomes a message, and messages a request. Nothing in here names
 * a platform.
 */
package io.martech.connect.sink.engine;
