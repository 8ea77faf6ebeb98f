package io.martech.connect.sandbox.linkflow.model;

import java.time.Duration;

/**
 * Replicas that lag behind.
 *
 * @param share of the reads that meet one, 0 to 1
 * @param staleness how old their state is
 */
record StaleReplicas(double share, Duration staleness) {}
