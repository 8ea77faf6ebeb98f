/** How fast messages are written, and whether their order per person holds meanwhile. */
package io.martech.connect.benchmark.sink;
