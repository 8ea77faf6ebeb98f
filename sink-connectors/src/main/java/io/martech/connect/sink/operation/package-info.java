/** What a platform adds to the sinks' engine: how a record becomes a message, messages a request, and an answer the outcome of each record. */
package io.martech.connect.sink.operation;
