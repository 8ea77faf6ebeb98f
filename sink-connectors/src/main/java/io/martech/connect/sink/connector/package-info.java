/** Makes of a configuration what a sink works with; the same for every platform. */
package io.martech.connect.sink.connector;
