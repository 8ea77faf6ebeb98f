package io.martech.connect.sandbox.wukong;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Makes up what stands in leads; everything follows from a seed. Not thread-safe. */
final class GeneratedLead {

    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "欧阳"};
    private static final String[] GIVEN_NAMES = {"伟", "芳", "A", "梓涵", "浩然", "𠮷", "Lee 🐟"};

    private final SplittableRandom random;

    GeneratedLead(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Lead fill(Lead blank) {
        return blank.withContent(
                several(1, () -> oneOf(SURNAMES) + oneOf(GIVEN_NAMES)),
                several(0, () -> "13" + digits(9)),
                several(0, () -> "lead" + blank.id() + "." + digits(4) + "@example.com"));
    }

    /** A number from 0 up to, and without, a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    SplittableRandom random() {
        return random;
    }

    private List<String> several(int least, Supplier<String> value) {
        int draw = random.nextInt(10);
        int count = Math.max(least, draw < 3 ? 0 : draw < 8 ? 1 : 2);
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(value.get());
        }
        return values;
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
