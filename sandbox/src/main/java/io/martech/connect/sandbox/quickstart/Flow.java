package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.quickstart.view.Figures;
import java.time.Instant;
import java.util.List;

/** One connector at work: what it has done so far, as seen from outside of it. */
interface Flow extends AutoCloseable {

    /** What was deployed. */
    ConnectorFile connector();

    /** The figures of each resource that it reads, or of what it writes. */
    List<Figures> figures();

    /** Whether what was there at the beginning has arrived. */
    boolean hasArrived();

    /** Whether everything until a moment has arrived, given that {@link #hasArrived()}. */
    boolean hasArrivedUntil(Instant end);

    /** Both ends of it, when nothing changes any more. */
    List<Comparison> compare();

    @Override
    void close();
}
