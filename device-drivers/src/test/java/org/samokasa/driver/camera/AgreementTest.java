package org.samokasa.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final SeenCode UPC_E = new SeenCode("UPC_E", "]E00042100005264", false);
    private static final SeenCode EAN = new SeenCode("EAN_13", "]E05901234123457", true);
    private static final SeenCode SHORT = new SeenCode("EAN_8", "]E496385074", false);

    private final Agreement agreement = new Agreement();
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");

    private boolean told(SeenCode code) {
        now = now.plusMillis(100);
        return agreement.see(code, now).isPresent();
    }

    @Test
    void short_codes_want_three_frames() {
        assertThat(told(SHORT)).isFalse();
        assertThat(told(SHORT)).isFalse();
        assertThat(told(SHORT)).isTrue();
    }

    @Test
    void frames_that_disagree_are_not_added_up() {
        assertThat(told(new SeenCode("EAN_13", "]E05901234123457", true))).isFalse();
        assertThat(told(new SeenCode("EAN_13", "]E05901234123464", true))).isFalse();
    }

    @Test
    void a_part_of_a_larger_code_is_not_believed_beside_it() {
        told(EAN);
        for (int i = 0; i < 5; i++) {
            assertThat(told(UPC_E)).isFalse();
        }
        now = now.plusSeconds(2);
        assertThat(told(UPC_E)).isFalse();
        assertThat(told(UPC_E)).isFalse();
        assertThat(told(UPC_E)).isTrue();
    }
}
