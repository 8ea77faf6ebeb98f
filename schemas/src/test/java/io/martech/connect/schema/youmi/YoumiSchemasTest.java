package io.martech.connect.schema.youmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.schema.ExactJson;
import io.martech.connect.schema.Handlings;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.type.MalformedRowException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YoumiSchemasTest {

    private final JsonNode examples = ExactJson.resource("/youmi/examples.json");

    @ParameterizedTest
    @CsvSource({
        "0, wechat-accounts, ad_wechat_addtime",
        "1, staff, ''",
        "2, label-categories, ''",
        "3, labels, ad_label_time",
        "4, ad-groups, ''",
        "5, custom-attributes, customAddtime",
        "6, staff-wechat-accounts, ''"
    })
    void everyFieldOfTheDocumentedExamplesHasItsPlace(int index, String name, String finerThanMilliseconds) {
        TopicSchema type = YoumiSchemas.ALL.get(index);
        assertThat(examples.get(name)).isNotEmpty().allSatisfy(row -> {
            assertThat(unmapped(type.in(Handlings.DEFAULTS).value(row)))
                    .isSubsetOf(finerThanMilliseconds.isEmpty() ? List.of() : List.of(finerThanMilliseconds));
            // The example's time of an account is the word for it, and so no time.
            assertThat(unmapped(type.in(Handlings.TEXTS).value(row)))
                    .isSubsetOf(name.equals("wechat-accounts") ? List.of("ad_wechat_addtime") : List.of());
        });
    }

    @Test
    void timesAreThereToTheMillisecondAndWhatIsFinerIsKept() {
        JsonNode label = examples.get("labels").get(0);

        Struct value = YoumiSchemas.LABEL.in(Handlings.DEFAULTS).value(label);

        assertThat(value.get("ad_label_time")).isEqualTo(Date.from(Instant.parse("2018-01-18T13:17:35.613Z")));
        assertThat(value.getString("unmapped")).isEqualTo("{\"ad_label_time\":\"2018-01-18T21:17:35.613849+08:00\"}");
        assertThat(YoumiSchemas.LABEL.in(Handlings.TEXTS).value(label).get("ad_label_time"))
                .isEqualTo("2018-01-18T21:17:35.613849+08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-09 15:42:30, 2019-08-09T15:42:30+08:00",
        "2019-08-09T15:42:30, 2019-08-09T15:42:30+08:00",
        "2019-08-09 15:42:30.0, 2019-08-09T15:42:30.0+08:00",
        "2019-08-09T15:42:30.101900+08:00, 2019-08-09T15:42:30.101900+08:00",
        "2019-08-09T15:42:30.946993Z, 2019-08-09T15:42:30.946993Z",
        "2019-02-30 15:42:30,",
        "2019-08-09,",
        "12019-08-09 15:42:30,",
        "添加时间,"
    })
    void aTimeMayComeWithoutAnOffset(String sent, String expected) {
        ObjectNode row = examples.get("custom-attributes").get(0).deepCopy();
        row.put("customAddtimeStr", sent);

        Struct value = YoumiSchemas.CUSTOM_ATTRIBUTE.in(Handlings.TEXTS).value(row);

        assertThat(value.get("customAddtimeStr")).isEqualTo(expected);
        assertThat(value.getString("unmapped"))
                .isEqualTo(expected == null ? "{\"customAddtimeStr\":\"" + sent + "\"}" : null);
    }

    @Test
    void anIdThatIsSentAsATextIsANumber() {
        RowSchema schema = YoumiSchemas.CUSTOM_ATTRIBUTE.in(Handlings.DEFAULTS);

        assertThat(schema.key(examples.get("custom-attributes").get(0)).get("id"))
                .isEqualTo(15L);
    }

    @Test
    void aKeyMayBeATextAndANumber() {
        RowSchema schema = YoumiSchemas.STAFF_WECHAT_ACCOUNT.in(Handlings.DEFAULTS);
        ObjectNode row = examples.get("staff-wechat-accounts").get(0).deepCopy();

        Struct key = schema.key(row);

        assertThat(key.schema().field("ad_staff_code").schema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(key.get("ad_staff_code")).isEqualTo("b03");
        assertThat(key.get("ad_wechat_id")).isEqualTo(3547L);
        row.put("ad_wechat_id", "secret");
        assertThatThrownBy(() -> schema.key(row))
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContainingAll("ad_wechat_id", "a whole number")
                .hasMessageNotContaining("secret");
    }

    private static List<String> unmapped(Struct value) {
        String text = value.getString("unmapped");
        return text == null
                ? List.of()
                : ExactJson.read(text).properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .toList();
    }
}
