/**
 * What a platform adds to the sink engine: how a record becomes a message, messages a request, and a response the outcome
 * of each record.
 */
package io.martech.connect.sink.operation;
