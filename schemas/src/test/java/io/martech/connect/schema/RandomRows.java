package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Rows as a platform might send them on a bad day: mostly as documented, with everything in between that JSON can say. */
public final class RandomRows {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final String[] TEXTS = {
        "",
        " ",
        "单身",
        "\"quoted\"\\",
        "a\nb\t\u0001",
        "😀",
        "007",
        "+1",
        "1e5",
        "12.50",
        "-0.1",
        "null",
        "true",
        "2022-11-28",
        "2022-11-28 10:33:45",
        "2016-01-11 21:49:57.0",
        "2016-01-11 21:49:57.1234",
        "2022-13-01 00:00:00",
        "1991-11-11 00:00:00",
        "0000-00-00 00:00:00"
    };

    private static final String[] NUMBERS = {
        "0",
        "-1",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "11111111111111112001",
        "100.240",
        "0.1234567",
        "1E+3",
        "1E-7",
        "1E+999999999",
        "1E-999999999",
        "1.0",
        "0.000",
        "99999999999999999999999999999999.999999",
        "100000000000000000000000000000000",
        "123456789012345678.123456"
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private final Random random;

    public RandomRows(Random random) {
        this.random = random;
    }

    /** A row whose required fields are there; the others are anything. */
    public ObjectNode row(EntityType entity) {
        ObjectNode row = JSON.objectNode();
        for (FieldType field : entity.fields()) {
            boolean required = field.presence() == FieldType.Presence.REQUIRED;
            if (required || !oneIn(10)) {
                row.set(field.name(), !required && oneIn(5) ? anything(0) : documented(field.kind()));
            }
        }
        while (oneIn(4)) {
            row.set(oneIn(3) ? "unmapped" : "new" + random.nextInt(5), anything(0));
        }
        return row;
    }

    private JsonNode documented(FieldKind kind) {
        if (kind instanceof FieldKind.Nested nested) {
            return row(nested.entity());
        }
        if (kind instanceof FieldKind.ListOf list) {
            ArrayNode array = JSON.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(oneIn(6) ? anything(0) : documented(list.element()));
            }
            return array;
        }
        return scalar((FieldKind.Scalar) kind);
    }

    private JsonNode scalar(FieldKind.Scalar kind) {
        return switch (kind) {
            case TEXT -> oneIn(4) ? number(pick(NUMBERS)) : JSON.textNode(pick(TEXTS));
            case LONG -> maybeAsText(JSON.numberNode(random.nextLong()));
            case INT -> maybeAsText(JSON.numberNode(random.nextInt()));
            case DECIMAL -> maybeAsText(JSON.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(9))));
            case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
            case TIMESTAMP ->
                JSON.textNode(TIME.format(LocalDateTime.of(1, 1, 1, 0, 0).plusSeconds(seconds())));
            case ANY_TIMESTAMP -> JSON.textNode(anyTime());
            case DATE ->
                JSON.textNode(
                        LocalDate.of(1800, 1, 1).plusDays(random.nextInt(100_000)) + (oneIn(2) ? " 00:00:00" : ""));
            case EPOCH_SECONDS -> maybeAsText(JSON.numberNode(random.nextInt()));
            case EPOCH_MILLISECONDS -> maybeAsText(JSON.numberNode((long) random.nextInt() * 997));
            case EPOCH_DAY ->
                maybeAsText(JSON.numberNode(
                        random.nextInt(20_000) * 86_400_000L - (oneIn(3) ? random.nextInt() : 28_800_000)));
            case PROPS -> object(0);
            case JSON -> anything(0);
        };
    }

    private String anyTime() {
        String day = LocalDateTime.of(1, 1, 1, 0, 0)
                .plusSeconds(seconds())
                .toString()
                .substring(0, 10);
        String fraction = oneIn(3) ? "" : oneIn(2) ? ".613849" : ".5";
        return day + (oneIn(3) ? " " : "T") + "21:17:35" + fraction + (oneIn(3) ? "" : oneIn(3) ? "Z" : "+08:00");
    }

    private long seconds() {
        return random.nextLong(9_998L * 365 * 86_400);
    }

    private JsonNode maybeAsText(JsonNode number) {
        return oneIn(4) ? JSON.textNode(number.asText()) : number;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth < 3 ? 6 : 4)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.textNode(pick(TEXTS));
            case 3 -> number(pick(NUMBERS));
            case 4 -> object(depth + 1);
            default -> {
                ArrayNode array = JSON.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(anything(depth + 1));
                }
                yield array;
            }
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set(oneIn(5) ? pick(TEXTS) : "attr" + i, anything(depth + 1));
        }
        return object;
    }

    private static JsonNode number(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean whole = text.chars().allMatch(character -> character == '-' || Character.isDigit(character));
        if (!whole) {
            return JSON.numberNode(number);
        }
        BigInteger integer = number.toBigIntegerExact();
        return integer.bitLength() < 64 ? JSON.numberNode(integer.longValue()) : JSON.numberNode(integer);
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }
}
