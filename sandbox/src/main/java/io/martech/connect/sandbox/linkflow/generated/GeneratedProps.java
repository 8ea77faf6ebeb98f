package io.martech.connect.sandbox.linkflow.generated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.model.Draw;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Custom attributes of every JSON type, among them numbers that do not survive a {@code double}. */
final class GeneratedProps {

    private static final BigInteger BEYOND_64_BITS = new BigInteger("11111111111111112001");

    private GeneratedProps() {}

    static void fill(ObjectNode props, Draw draw, long localSecond, PlatformTime time) {
        if (draw.happens(20)) {
            return;
        }
        props.put("attr1", draw.oneOf("单身", "已婚", ""));
        props.put("attr2", draw.between(0, 20_000));
        if (draw.happens(50)) {
            props.put("long", BEYOND_64_BITS.add(BigInteger.valueOf(draw.below(1_000))));
        }
        if (draw.happens(50)) {
            props.put("test_number", new BigDecimal(draw.between(100, 999) + ".240"));
        }
        if (draw.happens(30)) {
            props.put("tiny", new BigDecimal("0.000000000000000000012345678901234567890"));
        }
        if (draw.happens(30)) {
            props.put("test_date", time.format(localSecond));
        }
        if (draw.happens(20)) {
            props.put("bool", draw.happens(50));
        }
        if (draw.happens(20)) {
            props.putNull("unknown");
        }
        if (draw.happens(20)) {
            props.putArray("标签").add("红色").add("蓝色").add(draw.below(10));
        }
        if (draw.happens(10)) {
            props.putObject("nested").put("键", "值\n第二行\t\"引号\"").put("n", draw.below(5));
        }
    }
}
