package io.martech.connect.sandbox.linkflow.model;

/** Ascending ids that carry their creation second, as the ids in the document's examples do. Not thread-safe. */
public final class IdSequence {

    private static final int BITS_BELOW_SECOND = 17;

    private final long secondsAhead;
    private long last;

    private IdSequence(long secondsAhead) {
        this.secondsAhead = secondsAhead;
    }

    /** Order 144357503180802 was created at 2023-03-16 15:48:41. */
    public static IdSequence ofOrders() {
        return new IdSequence(-577_592_577L);
    }

    /** Contact 703941987164160 existed at 2022-05-23 11:27:08. */
    public static IdSequence ofContacts() {
        return new IdSequence(3_717_375_077L);
    }

    /** The first of a run of ids, all above every id given out before. */
    long next(long epochSecond, int run) {
        long first = Math.max(last + 1, (epochSecond + secondsAhead) << BITS_BELOW_SECOND);
        last = first + run - 1;
        return first;
    }
}
