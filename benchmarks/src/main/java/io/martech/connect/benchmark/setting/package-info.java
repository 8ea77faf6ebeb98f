/** What benchmarks run in: the simulated platform, a local cluster, loops that use HTTP without any connector. */
package io.martech.connect.benchmark.setting;
