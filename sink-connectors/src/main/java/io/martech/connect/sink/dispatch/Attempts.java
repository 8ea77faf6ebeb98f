package io.martech.connect.sink.dispatch;

/** The attempts at one request so far. Used by one thread at a time. */
public final class Attempts {

    /** Failed attempts in a row, by which the back-off grows. */
    private int failures;

    /** Those among them that may be the records' own fault, since the last sign that such refusals pass. */
    private int refusals;

    /** How often in a row the platform has called the request itself wrong. */
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

    /** The request leaves. */
    public void leave(long nowNanos, long bytes) {
        hasLeft = true;
        leftNanos = nowNanos;
        bodyBytes = bytes;
    }

    public void failed() {
        failures++;
    }

    /** @param currentPeriod refusals of an earlier one are forgotten */
    public void refused(long nowNanos, int currentPeriod) {
        if (refusals == 0 || period != currentPeriod) {
            refusals = 0;
            period = currentPeriod;
            firstRefusalNanos = nowNanos;
        }
        refusals++;
    }

    /** @param isWrong whether the last answer called the request itself wrong */
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

    /** It was refused with a token that had just been issued. */
    public void forbidden() {
        isForbidden = true;
    }

    public boolean isForbidden() {
        return isForbidden;
    }

    /** Whether the request of the last attempt left at all. */
    public boolean hasLeft() {
        return hasLeft;
    }

    /** When the last attempt left, or began if it did not. */
    public long leftNanos() {
        return leftNanos;
    }

    /** The length of the last request's body; 0 if it had none. */
    public long bodyBytes() {
        return bodyBytes;
    }
}
