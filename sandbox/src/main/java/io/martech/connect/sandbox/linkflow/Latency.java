package io.martech.connect.sandbox.linkflow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Makes answers take their time, in real time, the time for computing them included. */
final class Latency {

    private final LinkflowBehaviour behaviour;
    private final long seed;
    private final AtomicLong requests = new AtomicLong();

    Latency(LinkflowBehaviour behaviour, long seed) {
        this.behaviour = behaviour;
        this.seed = seed;
    }

    Wait begin() {
        Draw draw = new Draw(seed, -3, requests.incrementAndGet());
        long total = TimeUnit.MILLISECONDS.toNanos(behaviour.latency().millis(draw.below(Integer.MAX_VALUE)));
        return new Wait(System.nanoTime(), (long) (total * draw.share()), total);
    }

    /**
     * The waiting of one request.
     *
     * @param begun a reading of {@link System#nanoTime()}
     * @param inBetween nanoseconds until the platform looks at its state
     * @param total nanoseconds until the answer leaves
     */
    record Wait(long begun, long inBetween, long total) {

        void forAMomentInBetween() throws InterruptedException {
            until(inBetween);
        }

        void forTheRest() throws InterruptedException {
            until(total);
        }

        private void until(long nanos) throws InterruptedException {
            long rest = begun + nanos - System.nanoTime();
            if (rest > 0) {
                TimeUnit.NANOSECONDS.sleep(rest);
            }
        }
    }
}
