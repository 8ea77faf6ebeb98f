package io.martech.connect.sink.engine;

import java.util.Optional;

/**
 * Tells an outage from bad records: when so many records in a row were refused with one and the same code, and nothing
 * was delivered between, it is not the records that are wrong. Safe for use by many threads.
 */
final class ConsecutiveRejectionLimit {

    private final int limit;
    private String code;
    private int inARow;

    /** @param limit {@code max.consecutive.rejections}: so many in a row blow the fuse */
    ConsecutiveRejectionLimit(int limit) {
        this.limit = limit;
    }

    /** Something was delivered: the next refusal is the first again. */
    synchronized void delivered() {
        code = null;
        inARow = 0;
    }

    /**
     * Counts a refusal.
     *
     * @return why the task must stop, if it must; the refusal must then not be reported
     */
    synchronized Optional<String> rejected(RecordRejectedException reason) {
        if (!reason.code().equals(code)) {
            code = reason.code();
            inARow = 0;
        }
        inARow++;
        return inARow < limit ? Optional.empty() : Optional.of(explanation(reason));
    }

    private String explanation(RecordRejectedException reason) {
        return inARow + " consecutive records were rejected for the same reason (" + code + ") without a"
                + " delivery in between, which suggests an outage or a wrong setting rather than bad records."
                + " The task fails, so that the topic is not drained into the dead-letter topic. Fix the cause"
                + " and restart the task; it continues where it stopped. If the records are indeed the cause,"
                + " raise max.consecutive.rejections. Last rejection: " + reason.safeMessage();
    }
}
