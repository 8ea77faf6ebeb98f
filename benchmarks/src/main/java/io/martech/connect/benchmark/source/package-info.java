/** How fast, in how much memory and with how many requests orders are read. */
package io.martech.connect.benchmark.source;
