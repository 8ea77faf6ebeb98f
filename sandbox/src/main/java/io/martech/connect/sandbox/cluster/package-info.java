/**
 * A real Kafka broker and Kafka Connect worker on this machine, as child processes on the loopback address.
 *
 * <p>Nothing here is simulated: the broker, the worker and the REST interface are Kafka's own, started from the complete
 * libraries of one Kafka line. No Kafka class is on this module's class path, so one program can run several lines.
 */
package io.martech.connect.sandbox.cluster;
