package io.martech.connect.sandbox.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowComparisonTest {

    private static final String ROW = """
            {"id": 1, "lastUpdated": "2026-01-01 08:00:00", "totalPrice": 12.340, "storeName": null, "memberLevel": "金卡",
             "dateOfBirthday": "1986-05-04 00:00:00", "props": {"long": 11111111111111112001, "n": 100.240},
             "totalQuantity": 3, "lines": [{"id": 11, "price": 1.5, "batchNumber": "007"}]}""";

    private static final String RECORD = """
            {"id": 1, "lastUpdated": "2026-01-01T08:00:00+08:00", "totalPrice": 12.340000, "storeName": null, "payType": null,
             "dateOfBirthday": "1986-05-04", "props": "{\\"long\\":11111111111111112001,\\"n\\":100.240}",
             "totalQuantity": "3", "lines": [{"id": 11, "price": 1.500000, "unmapped": "{\\"batchNumber\\":\\"007\\"}"}],
             "unmapped": "{\\"memberLevel\\":\\"金卡\\"}"}""";

    @Test
    void aRecordThatHoldsEverythingIsEqual() {
        assertThat(compare(ROW, RECORD).findings()).isEmpty();
    }

    @Test
    void connectsOwnTimesAreEqualToo() {
        String record =
                RECORD.replace("\"2026-01-01T08:00:00+08:00\"", "1767225600000").replace("\"1986-05-04\"", "5967");

        assertThat(compare(ROW, record).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.340000|12.350000|totalPrice is 12.340 on the platform and 12.350000 in the topic",
                "2026-01-01T08|2026-01-01T00|lastUpdated",
                "1986-05-04|1986-05-03|dateOfBirthday",
                "11111111111111112001|11111111111111112000|props",
                "100.240|100.24|props",
                "\"3\"|\"4\"|totalQuantity",
                "1.500000|1.6|lines[0].price",
                "\"007|\"7|lines[0].batchNumber",
                "金卡|银卡|memberLevel",
                "\"payType\": null|\"payType\": \"1\"|payType is nothing on the platform",
                "memberLevel|other|memberLevel is \"金卡\" on the platform and nothing in the topic",
                "\"storeName\": null|\"storeName\": \"\"|storeName is null on the platform",
            })
    void oneChangedFieldIsNamedWithBothValues(String text, String other, String finding) {
        assertThat(compare(ROW, RECORD.replace(text, other)).different())
                .singleElement()
                .asString()
                .startsWith("{\"id\":1}: ")
                .contains(finding);
    }

    @Test
    void aLineThatIsNotThereIsADifference() {
        assertThat(compare(ROW, RECORD.replaceAll("\"lines\": \\[.*]", "\"lines\": []"))
                        .different())
                .singleElement()
                .asString()
                .contains("lines is [");
    }

    @Test
    void theNewestRecordOfAKeyCounts() {
        List<TopicRecord> records =
                List.of(record(1, RECORD.replace("12.340000", "1")), record(1, RECORD), record(2, RECORD));

        Comparison comparison = RowComparison.compare("orders", List.of("id"), List.of(ExactJson.parse(ROW)), records);

        assertThat(comparison.different()).isEmpty();
        assertThat(comparison.unexpected()).containsExactly("{\"id\":2}");
    }

    @Test
    void aRowWithoutRecordIsMissingAndSoIsOneWithATombstone() {
        JsonNode row = ExactJson.parse(ROW);
        List<TopicRecord> records = new ArrayList<>(List.of(record(1, RECORD)));
        records.add(new TopicRecord(ExactJson.parse("{\"id\":1}"), ExactJson.parse((byte[]) null)));

        assertThat(RowComparison.compare("orders", List.of("id"), List.of(row), records)
                        .findings())
                .containsExactly("orders: missing {\"id\":1}");
    }

    @Test
    void aKeyOfSeveralTextsIsOneToo() {
        JsonNode row = ExactJson.parse("{\"day\":\"1\",\"c_id\":\"7\",\"name\":\"x\"}");
        TopicRecord record = new TopicRecord(ExactJson.parse("{\"c_id\":\"7\",\"day\":\"1\"}"), row);
        TopicRecord other = new TopicRecord(ExactJson.parse("{\"c_id\":\"7\",\"day\":\"2\"}"), row);

        Comparison comparison =
                RowComparison.compare("leads", List.of("c_id", "day"), List.of(row), List.of(record, other));

        assertThat(comparison.findings()).containsExactly("leads: unexpected {\"c_id\":\"7\",\"day\":\"2\"}");
    }

    private static Comparison compare(String row, String record) {
        return RowComparison.compare(
                "orders", List.of("id"), List.of(ExactJson.parse(row)), List.of(record(1, record)));
    }

    private static TopicRecord record(long id, String value) {
        return new TopicRecord(ExactJson.parse("{\"id\":" + id + "}"), ExactJson.parse(value));
    }
}
