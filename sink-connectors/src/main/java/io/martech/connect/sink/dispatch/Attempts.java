package io.martech.connect.sink.dispatch;

/** The attempts at one request so far. Used by one thread at a time. */
public final class Attempts {

    /** Consecutive failed attempts; the back-off grows with them. */
    private int failures;

    /**
     * Those of the failures that the records themselves may have caused, since the last evidence that such rejections are
     * transient.
     */
    private int refusals;

    /** How often in a row the platform has rejected the request itself as invalid. */
    private int timesCalledWrong;

    private long firstRefusalNanos;
    private int period;
    private boolean hasLeft;
    private boolean isForbidden;
    private long leftNanos;
    private long bodyBytes;

    /** Another attempt begins. */
    public void begin(long nowNanos) {
        hasLeft = false;
        leftNanos = nowNanos;
    }

    /** The request is sent. */
    public void leave(long nowNanos, long bytes) {
        hasLeft = true;
        leftNanos = nowNanos;
        bodyBytes = bytes;
    }

    public void failed() {
        failures++;
    }

    /** @param currentPeriod rejections of an earlier period are discarded */
    public void refused(long nowNanos, int currentPeriod) {
        if (refusals == 0 || period != currentPeriod) {
            refusals = 0;
            period = currentPeriod;
            firstRefusalNanos = nowNanos;
        }
        refusals++;
    }

    /** @param isWrong whether the last response rejected the request itself as invalid */
    public void calledWrong(boolean isWrong) {
        timesCalledWrong = isWrong ? timesCalledWrong + 1 : 0;
    }

    public int timesCalledWrong() {
        return timesCalledWrong;
    }

    public int failures() {
        return failures;
    }

    public int refusals() {
        return refusals;
    }

    public long firstRefusalNanos() {
        return firstRefusalNanos;
    }

    /** The request was rejected with a newly issued token. */
    public void forbidden() {
        isForbidden = true;
    }

    public boolean isForbidden() {
        return isForbidden;
    }

    /** Whether the last attempt sent its request at all. */
    public boolean hasLeft() {
        return hasLeft;
    }

    /** When the last attempt sent its request, or began if it did not. */
    public long leftNanos() {
        return leftNanos;
    }

    /** The length of the last request's body in bytes; 0 if it had none. */
    public long bodyBytes() {
        return bodyBytes;
    }
}
