/** Builds the parts of a sink from a configuration; the same for every platform. */
package io.martech.connect.sink.connector;
