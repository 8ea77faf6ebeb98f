package io.martech.connect.integration;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.core.ThrowingRunnable;

/**
 * Waits for effects, however slow the machine is: as long as what is observed changes, a wait goes on. It fails when nothing has
 * changed for minutes. A wait for something that changes for ever is cut off by the build's timeout of a test.
 */
public final class Patience {

    /** How long nothing may change. A healthy cluster takes a fraction of it, also on a busy machine. */
    public static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(4);

    private static final Duration BETWEEN_OBSERVATIONS = Duration.ofMillis(100);

    private Patience() {}

    /** Waits until it is true. */
    public static void until(Callable<Boolean> condition) {
        until(condition, Boolean::booleanValue);
    }

    /** Waits until the assertion holds. What it says shows progress: let it say how much has arrived. */
    public static void untilAsserted(ThrowingRunnable assertion) {
        until(() -> failureOf(assertion), String::isEmpty);
    }

    /**
     * Waits until the observed value is as expected. It shows progress too, so observe how much has arrived, not whether all has.
     */
    public static <T> void until(Callable<T> observed, Predicate<T> expected) {
        until(BETWEEN_OBSERVATIONS, observed, expected);
    }

    /** The same in other intervals. */
    public static <T> void until(Duration betweenObservations, Callable<T> observed, Predicate<T> expected) {
        Progress<T> progress = new Progress<>();
        await().forever()
                .pollDelay(Duration.ZERO)
                .pollInterval(betweenObservations)
                .until(() -> progress.reaches(expected, observed.call()));
    }

    /** The empty text if there is none. */
    private static String failureOf(ThrowingRunnable assertion) throws Exception {
        try {
            assertion.run();
            return "";
        } catch (AssertionError failure) {
            return failure.toString();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last value, and since when it has been the same. */
    private static final class Progress<T> {

        private T last;
        private long since = System.nanoTime();

        boolean reaches(Predicate<T> expected, T now) {
            if (!Objects.equals(now, last)) {
                last = now;
                since = System.nanoTime();
            }
            boolean reached = expected.test(now);
            if (!reached && System.nanoTime() - since > WITHOUT_PROGRESS.toNanos()) {
                throw new AssertionError("Nothing has changed for " + WITHOUT_PROGRESS.toSeconds() + " s: " + now);
            }
            return reached;
        }
    }
}
