/** What a benchmark has found, and how it is shown: figures with their targets. */
package io.martech.connect.benchmark.report;
