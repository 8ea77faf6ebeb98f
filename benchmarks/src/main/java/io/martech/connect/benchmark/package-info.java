/** Measures speed and memory of the connectors against the simulated platform, all of it on this machine. */
package io.martech.connect.benchmark;
