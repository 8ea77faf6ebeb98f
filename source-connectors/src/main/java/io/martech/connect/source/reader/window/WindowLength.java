package io.martech.connect.source.reader.window;

/** Determines the length of the next window, such that it fills about two thirds of a page. */
final class WindowLength {

    private static final long FIRST_SECONDS = 3_600;
    private static final int GREATEST_GROWTH = 4;
    private static final double FILL = 0.65;
    private static final double FULLEST = 0.8;
    private static final double WEIGHT_OF_NEWEST = 0.5;
    private static final double SECONDS_PER_HOUR = 3_600;

    private WindowLength() {}

    /**
     * @return seconds, at least one
     */
    static long next(PassState pass, PageSize pageSize) {
        if (pass.windowSeconds() == 0) {
            return FIRST_SECONDS;
        }
        long most = pass.windowSeconds() * GREATEST_GROWTH;
        if (pass.rowsPerHour() == 0) {
            return Math.max(FIRST_SECONDS, most);
        }
        // While no page was ever full, only a lower bound of the page size is known: exceed it to learn more.
        double rows = pageSize.isExact() ? pageSize.longest() * FILL : Math.max(1, pageSize.longest()) * 2.0;
        double seconds = rows * SECONDS_PER_HOUR / pass.rowsPerHour();
        // A window ends at a whole second: one second more, if that still leaves room on the page.
        boolean oneMoreFits = (long) seconds + 1 <= seconds * FULLEST / FILL;
        return Math.max(1, Math.min(oneMoreFits ? (long) seconds + 1 : (long) seconds, most));
    }

    static long smoothedRowsPerHour(long before, int rows, long seconds) {
        double observed = rows * SECONDS_PER_HOUR / seconds;
        return before == 0
                ? (long) Math.ceil(observed)
                : (long) Math.ceil(before * (1 - WEIGHT_OF_NEWEST) + observed * WEIGHT_OF_NEWEST);
    }
}
