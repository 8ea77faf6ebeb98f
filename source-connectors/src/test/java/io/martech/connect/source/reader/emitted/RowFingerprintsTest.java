package io.martech.connect.source.reader.emitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RowFingerprintsTest {

    @Test
    void whatIsWrittenIsRead() {
        Random random = new Random(7);
        RowFingerprints rows = new RowFingerprints();
        for (int i = 0; i < 2_000; i++) {
            rows.put(random.nextLong(), random.nextLong());
        }
        rows.put(Long.MIN_VALUE, 1);
        rows.put(Long.MAX_VALUE, -1);
        assertThat(RowFingerprints.parse(rows.text()).byId()).isEqualTo(rows.byId());
        assertThat(RowFingerprints.parse(null).byId()).isEmpty();
    }

    @Test
    void twoThousandRowsTakeSomeTwentySevenKilobytes() {
        RowFingerprints rows = new RowFingerprints();
        for (int i = 0; i < 2_000; i++) {
            rows.put(4_338_372L + i * 128L, i * 0x9E3779B97F4A7C15L);
        }
        assertThat(rows.text().length()).isLessThan(27_500);
    }

    @Test
    void aTextThatIsCutOffIsRefused() {
        RowFingerprints rows = new RowFingerprints();
        rows.put(1, 2);
        String text = rows.text();
        assertThatThrownBy(() -> RowFingerprints.parse(text.substring(0, 8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
