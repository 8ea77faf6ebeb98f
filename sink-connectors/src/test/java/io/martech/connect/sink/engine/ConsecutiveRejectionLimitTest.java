package io.martech.connect.sink.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsecutiveRejectionLimitTest {

    private final ConsecutiveRejectionLimit fuse = new ConsecutiveRejectionLimit(3);

    @Test
    void the_third_refusal_in_a_row_with_one_code_blows_the_fuse() {
        assertThat(fuse.rejected(refusal("B00010"))).isEmpty();
        assertThat(fuse.rejected(refusal("B00010"))).isEmpty();
        assertThat(fuse.rejected(refusal("B00010")))
                .get()
                .asString()
                .contains("3 consecutive records", "B00010", "max.consecutive.rejections", "It is wrong.")
                .doesNotContain("13800000000");
    }

    @Test
    void another_code_begins_anew() {
        fuse.rejected(refusal("B00010"));
        fuse.rejected(refusal("B00010"));

        assertThat(fuse.rejected(refusal("B00002"))).isEmpty();
        assertThat(fuse.rejected(refusal("B00010"))).isEmpty();
    }

    @Test
    void a_delivery_begins_anew() {
        fuse.rejected(refusal("B00010"));
        fuse.rejected(refusal("B00010"));
        fuse.delivered();

        assertThat(fuse.rejected(refusal("B00010"))).isEmpty();
    }

    private static RecordRejectedException refusal(String code) {
        return new RecordRejectedException(code, "It is wrong.", "no 13800000000", null);
    }
}
