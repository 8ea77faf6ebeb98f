package io.martech.connect.benchmark.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.benchmark.report.Figure;
import io.martech.connect.benchmark.report.Median;
import io.martech.connect.benchmark.setting.Benchmark;
import io.martech.connect.benchmark.setting.BenchmarkException;
import io.martech.connect.benchmark.setting.Setting;
import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import io.martech.connect.client.Json;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.linkflow.LinkflowSchemas;
import io.martech.connect.schema.type.Handling;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** What turning an order into a record costs, beside reading its JSON: no target, but it explains the other figures. */
public final class ConversionBenchmark implements Benchmark {

    private static final String NAME = "conversion";
    private static final int ORDERS = 500;
    private static final int ROUNDS = 5;
    private static final Duration PER_ROUND = Duration.ofMillis(300);
    private static final Duration TO_WARM_UP = Duration.ofMillis(1_500);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(Setting setting) {
        setting.say("one thread, " + ORDERS + " orders again and again");
        List<byte[]> orders = orders();
        RowSchema schema = LinkflowSchemas.order(
                new Handling(
                        Handling.Decimals.PRECISE,
                        Handling.Timestamps.CONNECT,
                        Handling.Props.JSON,
                        ZoneOffset.ofHours(8)),
                true);
        List<JsonNode> rows = orders.stream().map(ConversionBenchmark::parsed).toList();
        Callable<Object> parse =
                () -> orders.stream().map(ConversionBenchmark::parsed).toList();
        Callable<Object> convert = () -> rows.stream().map(schema::value).toList();
        microsPerOrder(parse, TO_WARM_UP);
        microsPerOrder(convert, TO_WARM_UP);
        List<Double> parsing = new ArrayList<>();
        List<Double> converting = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            parsing.add(microsPerOrder(parse, PER_ROUND));
            converting.add(microsPerOrder(convert, PER_ROUND));
        }
        int bytes = orders.stream().mapToInt(order -> order.length).sum() / ORDERS;
        return List.of(
                Figure.reported(NAME, "bytes of JSON per order", bytes),
                Figure.reported(NAME, "reading the JSON: microseconds per order", Median.of(parsing)),
                Figure.reported(NAME, "JSON to Struct: microseconds per order", Median.of(converting)));
    }

    private static List<byte[]> orders() {
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start(Duration.ZERO)) {
            linkflow.insertOldOrders(ORDERS);
            return linkflow.platform().orders().byId().values().stream()
                    .map(Json::write)
                    .toList();
        }
    }

    private static JsonNode parsed(byte[] order) {
        try {
            return Json.read(order);
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("The simulated platform wrote no JSON", e);
        }
    }

    private static double microsPerOrder(Callable<Object> pass, Duration atLeast) {
        long start = System.nanoTime();
        long passes = 0;
        Object last = null;
        while (System.nanoTime() - start < atLeast.toNanos()) {
            last = called(pass);
            passes++;
        }
        Objects.requireNonNull(last, "a pass has a result");
        return (System.nanoTime() - start) / 1e3 / passes / ORDERS;
    }

    private static Object called(Callable<Object> pass) {
        try {
            return pass.call();
        } catch (Exception e) {
            throw new BenchmarkException("An order could not be converted", e);
        }
    }
}
