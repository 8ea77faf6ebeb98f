package io.martech.connect.source.reader.emitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowKeysTest {

    @Test
    void aKeyIsItsFieldsInWhateverOrderAndWithEveryDigit() {
        RowKeys keys = new RowKeys(List.of("groupId", "contactId"));
        JsonNode row = RowKeys.row("{\"name\":\"x\",\"contactId\":11111111111111112001,\"groupId\":\"g\"}");
        String key = keys.of(row);
        assertThat(key).isEqualTo("{\"contactId\":11111111111111112001,\"groupId\":\"g\"}");
        assertThat(RowKeys.row(key)).hasToString(key);
        assertThat(RowKeys.hashOf(RowKeys.row(key)))
                .as("whether a number comes as a number or as a text")
                .isEqualTo(RowKeys.hashOf(RowKeys.row("{\"contactId\":\"11111111111111112001\",\"groupId\":\"g\"}")));
        assertThat(keys.of(RowKeys.row("{\"contactId\":1,\"groupId\":null}"))).isNull();
    }

    @Test
    void manyKeysAreOneShortText() {
        Set<String> keys = LongStream.range(0, 10_000)
                .mapToObj(number -> "{\"id\":" + (144_357_503_180_802L + number * 131) + "}")
                .collect(Collectors.toSet());
        String packed = RowKeys.pack(keys);
        assertThat(packed.length()).isLessThan(100_000);
        assertThat(RowKeys.unpack(packed)).isEqualTo(keys);
        assertThat(RowKeys.pack(Set.of())).isNull();
        assertThat(RowKeys.unpack(null)).isEmpty();
    }

    @Test
    void whatWasNotPackedIsRefused() {
        assertThatThrownBy(() -> RowKeys.unpack("AAAA")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> RowKeys.unpack("%")).isInstanceOf(RuntimeException.class);
    }
}
