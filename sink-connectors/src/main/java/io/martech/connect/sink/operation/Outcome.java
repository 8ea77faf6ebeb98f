package io.martech.connect.sink.operation;

/** The result for one message of a request that succeeded. */
public sealed interface Outcome {

    /** The platform accepted it. */
    record Delivered() implements Outcome {}

    /** The platform rejected this message of the request only. */
    record Rejected(RecordRejectedException reason) implements Outcome {}

    /** There was nothing to send for it; the reason is as in {@link RecordSkippedException}. */
    record Skipped(String reason) implements Outcome {}

    static Outcome delivered() {
        return new Delivered();
    }

    static Outcome rejected(RecordRejectedException reason) {
        return new Rejected(reason);
    }

    static Outcome skipped(String reason) {
        return new Skipped(reason);
    }
}
