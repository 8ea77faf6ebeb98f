package io.martech.connect.sink.operation;

/** What became of one message of a request that the platform answered with a success. */
public sealed interface Outcome {

    /** The platform has it. */
    record Delivered() implements Outcome {}

    /** The platform refused this message of the request, and this one only. */
    record Rejected(RecordRejectedException reason) implements Outcome {}

    /** There was nothing to send of it; the reason is as in {@link RecordSkippedException}. */
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
