package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.adapter.PlatformAdapter;
import io.martech.connect.sandbox.http.BodyLimit;
import io.martech.connect.sandbox.http.WireFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --break} makes go wrong. */
enum FaultInjection {
    /** Kafka's own filter takes one row out of a topic, which the comparison has to notice. */
    LOST_ORDER(platform -> {}),

    /** A proxy in front of every platform takes no body above 20 kB: HTTP 413, with a page of its own. Batches are split. */
    BODY_LIMIT(platform -> platform.server().faults().limitBodies(new BodyLimit(20_000, true))),

    /** Every platform answers with HTTP 500 and nothing else whenever one person is written, who ends in the dead letters. */
    ONE_PERSON(platform -> platform.server()
            .faults()
            .injectWhere(
                    WireFault.SERVER_ERROR_WITHOUT_BODY,
                    request -> "POST".equals(request.method()) && request.mentions(FaultInjection.PERSON))),

    /** Answers come from nodes with different clocks: right, an hour ahead, half a minute behind. */
    CLOCKS(platform ->
            platform.conditions().dates().nodesAhead(Duration.ZERO, Duration.ofHours(1), Duration.ofSeconds(-30))),

    /** Rows that are equal in what a list is sorted by come in another order each time, and what was just created is listed late. */
    LISTS(PlatformAdapter::listInDisorder);

    /** The phone of one of those whom the topic of contacts is about. */
    private static final String PERSON = "18600000007";

    private final Consumer<PlatformAdapter> breakage;

    FaultInjection(Consumer<PlatformAdapter> breakage) {
        this.breakage = breakage;
    }

    void strike(PlatformAdapter platform) {
        breakage.accept(platform);
    }

    /** Whether it is seen in the end of a run; else it is seen while records come. */
    boolean isSeenOnce() {
        return this != ONE_PERSON;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class FromText implements ITypeConverter<FaultInjection> {

        @Override
        public FaultInjection convert(String text) {
            return Arrays.stream(values())
                    .filter(fault -> fault.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + Arrays.stream(values())
                                    .map(FaultInjection::toString)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
