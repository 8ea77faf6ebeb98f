package io.martech.connect.benchmark.source;

import java.util.Random;

/**
 * How often orders change.
 *
 * @param perSecond updates a second, on average
 * @param hitsFewRowsAgainAndAgain whether most updates hit a few hot rows; else every update hits another row
 */
record UpdateRate(int perSecond, boolean hitsFewRowsAgainAndAgain) {

    /** Every update hits another row. */
    static UpdateRate ofDifferentRows(int perSecond) {
        return new UpdateRate(perSecond, false);
    }

    /** Most updates hit a few hot rows. */
    static UpdateRate ofHotRows(int perSecond) {
        return new UpdateRate(perSecond, true);
    }

    /** A number of independent events in one second (Poisson, by Knuth's method). */
    int updatesInOneSecond(Random random) {
        double limit = Math.exp(-perSecond);
        double product = random.nextDouble();
        int events = 0;
        while (product > limit) {
            product *= random.nextDouble();
            events++;
        }
        return events;
    }

    /** For a figure's name. */
    String text() {
        return perSecond + " a second" + (hitsFewRowsAgainAndAgain ? ", hot rows" : "");
    }
}
