package io.martech.connect.sandbox.http;

import java.time.Duration;
import java.time.InstantSource;

/** What shapes every answer of a simulated platform, whatever is asked. */
public interface ApiConditions {

    /** The platform's own clock, which {@code Date} headers follow. */
    InstantSource clock();

    /** How long an answer takes, in real time; half of it passes before the platform looks at its state. */
    Duration latency();

    /** Whether answers carry {@code Date}. */
    boolean hasDateHeader();

    /** What the draws of faults follow from. */
    long seed();
}
