package io.martech.connect.sandbox.http;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes answers take their time, in real time, the time for computing them included. */
final class Latency {

    private final Supplier<DurationRange> range;
    private final long seed;
    private final AtomicLong requests = new AtomicLong();

    /** @param range asked for each request anew */
    Latency(Supplier<DurationRange> range, long seed) {
        this.range = range;
        this.seed = seed;
    }

    Wait begin() {
        SplittableRandom random = new SplittableRandom(seed ^ requests.incrementAndGet());
        long total = TimeUnit.MILLISECONDS.toNanos(range.get().millis(random.nextInt(Integer.MAX_VALUE)));
        return new Wait(System.nanoTime(), (long) (total * random.nextDouble()), total);
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
