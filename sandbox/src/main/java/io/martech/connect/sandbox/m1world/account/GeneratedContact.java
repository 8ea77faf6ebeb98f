package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes up what stands in contacts; everything follows from a seed. Not thread-safe. */
public final class GeneratedContact {

    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "欧阳"};
    private static final String[] GIVEN_NAMES = {"伟", "芳", "梓涵", "浩然", "𠮷", "Lee 🐟"};
    private static final String[] COMPANIES = {"梅花信息", "南京某某贸易有限公司", "A & B = C"};
    private static final String[] TITLES = {"开发", "经理", "总监"};
    private static final String[][] PLACES = {{"上海", "上海"}, {"江苏", "南京"}, {"浙江", "杭州"}};

    private final SplittableRandom random;

    public GeneratedContact(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The fields of a contact; what identifies it follows from its id and stays. */
    public Map<String, JsonNode> fields(long id) {
        Map<String, JsonNode> fields = new HashMap<>();
        String[] place = PLACES[random.nextInt(PLACES.length)];
        put(fields, OriginField.FULL_NAME, oneOf(SURNAMES) + oneOf(GIVEN_NAMES));
        put(fields, OriginField.EMAIL, "m" + id + "@example.com");
        put(fields, OriginField.MOBILE_PHONE, "13" + String.format("%09d", id % 1_000_000_000L));
        put(fields, OriginField.COMPANY_NAME, oneOf(COMPANIES));
        put(fields, OriginField.JOB_TITLE, oneOf(TITLES));
        put(fields, OriginField.PROVINCE, place[0]);
        put(fields, OriginField.CITY, place[1]);
        put(fields, OriginField.NOTES, "第" + random.nextInt(1_000_000) + "次\n备注");
        fields.put(OriginField.GENDER.key(), BooleanNode.valueOf(random.nextBoolean()));
        if (random.nextBoolean()) {
            LocalDate birthday = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
            fields.put(
                    OriginField.BIRTHDAY.key(),
                    LongNode.valueOf(birthday.atStartOfDay()
                            .toInstant(ContactValues.ZONE)
                            .toEpochMilli()));
        }
        return fields;
    }

    /** A number from 0 up to, and without, a bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    private static void put(Map<String, JsonNode> fields, OriginField field, String text) {
        fields.put(field.key(), TextNode.valueOf(text));
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
