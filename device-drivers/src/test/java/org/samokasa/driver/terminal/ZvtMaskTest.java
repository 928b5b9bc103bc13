package org.samokasa.driver.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.transport.WireMask.Seen;

class ZvtMaskTest {
    /** Status information with the number 4761739001010119 in clear, bitmap 22 as eight bytes of BCD. */
    private static final Bytes WITH_NUMBER = Bytes.hex("04 0F 0D 27 00 22 F0 F8 47 61 73 90 01 01 01 19");

    @Test
    void a_card_number_in_clear_is_masked_wherever_the_stream_is_cut() {
        List<Bytes> seen = Split.everywhere(WITH_NUMBER, () -> {
            ZvtMask mask = new ZvtMask();
            return piece -> new ArrayList<>(
                    mask.received(piece).stream().map(Seen::kept).toList());
        });
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).toHex()).doesNotContain("90 01 01 01").contains("47 61 73");
    }

    @Test
    void our_password_is_not_shown() {
        List<Seen> seen = new ZvtMask().sent(Bytes.hex("06 50 03 10 20 30"));
        assertThat(seen).containsExactly(new Seen(6, Bytes.hex("06 50 03 00 00 00")));
        assertThat(new ZvtMask().sent(Bytes.hex("06 01 07 04 00 00 00 00 23 10")))
                .containsExactly(new Seen(10, Bytes.hex("06 01 07 04 00 00 00 00 23 10")));
    }

    @Test
    void half_a_message_is_not_shown_and_forgotten_with_its_wire() {
        ZvtMask mask = new ZvtMask();
        assertThat(mask.received(WITH_NUMBER.slice(0, 9))).isEmpty();
        mask.lost();
        assertThat(mask.received(Bytes.hex("06 0F 00"))).containsExactly(new Seen(3, Bytes.hex("06 0F 00")));
    }
}
