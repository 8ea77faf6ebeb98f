package io.martech.connect.reading;

import io.martech.connect.sandbox.linkflow.model.RowOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a platform answers and how much changes meanwhile.
 *
 * @param order of rows in an answer
 * @param pageSize most rows of a page of a window
 * @param changesPerSecond while it is read
 */
record Traffic(RowOrder order, int pageSize, int changesPerSecond) {

    private static final List<Integer> PAGE_SIZES = List.of(20, 37, 50, 100);
    private static final List<Integer> RATES = List.of(5, 20, 50);

    /** Every order once; page sizes and rates take turns, so that each is there too. */
    static Stream<Traffic> everyOrder() {
        return IntStream.range(0, RowOrder.values().length).mapToObj(Traffic::number);
    }

    /** The same without end. */
    static Traffic number(int number) {
        return new Traffic(
                RowOrder.values()[number % RowOrder.values().length],
                PAGE_SIZES.get(number % PAGE_SIZES.size()),
                RATES.get(number % RATES.size()));
    }

    /** Orders and contacts take turns. */
    String resource() {
        return order.ordinal() % 2 == 0 ? "orders" : "contacts";
    }

    void prevailIn(ReadingRig rig) {
        rig.quirks()
                .windowOrder
                .set(order)
                .windowPageSize
                .set(pageSize)
                .contactIdOrder
                .set(order)
                .largestContactIdPage
                .set(pageSize);
        rig.life.changesPerSecond(changesPerSecond);
    }
}
