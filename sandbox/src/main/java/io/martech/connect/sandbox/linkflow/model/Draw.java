package io.martech.connect.sandbox.linkflow.model;

import java.util.SplittableRandom;

/** A sequence of random choices that follows from its seed alone. */
public final class Draw {

    private final SplittableRandom random;

    public Draw(long... seed) {
        this.random = new SplittableRandom(Hash.of(seed));
    }

    /** From 0 up to, and without, a bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** From 0 up to, and without, 1. */
    double share() {
        return random.nextDouble();
    }

    /** True in that many of a hundred cases. */
    public boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    public String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Decimal digits, the first one not zero. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder(count).append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
