/**
 * A real Kafka broker and Kafka Connect worker on this machine, as child processes on the loopback address.
 *
 * <p>Nothing here is simulated: the broker, the worker and the REST interface are Kafka's own, started from the complete
 * libraries of one Kafka line. This package uses no Kafka class, so one program can run several
 * lines.
 */
package io.martech.connect.sandbox.cluster;
