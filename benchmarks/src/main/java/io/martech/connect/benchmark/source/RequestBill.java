package io.martech.connect.benchmark.source;

/**
 * What reading changes has cost.
 *
 * @param requests all that were sent, probes included
 * @param rows of the first pass and of the trailing pass, together
 * @param pageSize rows that fit a page
 * @param polls how often the connector looked for changes
 */
record RequestBill(long requests, long rows, int pageSize, int polls) {

    private static final double PER_FULL_PAGE = 2.2;
    private static final int PASSES = 2;
    private static final int PER_PASS_AND_POLL = 2;

    /** Requests by what they may be at most. */
    double shareOfAllowance() {
        return requests / (PER_FULL_PAGE * rows / pageSize + (double) PER_PASS_AND_POLL * PASSES * polls);
    }
}
