package org.samokasa.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.WireLog;
import org.samokasa.transport.WireMask;

class WireWordsTest {
    private static WireLog.Entry received(int size, Bytes bytes) {
        return new WireLog.Entry(Instant.EPOCH, false, size, bytes);
    }

    @Test
    void a_scale_and_a_terminal_are_explained() {
        assertThat(WireWords.meaning("scale", "8217", received(1, Bytes.ascii("W"))))
                .contains("request for the weight");
        assertThat(WireWords.meaning("terminal", "zvt", received(3, Bytes.hex("06 0F 00"))))
                .hasValueSatisfying(text -> assertThat(text).contains("Completion"));
    }

    @Test
    void what_was_not_kept_whole_or_is_unknown_is_not_explained() {
        assertThat(WireWords.meaning("terminal", "zvt", received(900, Bytes.hex("06 0F 00"))))
                .isEmpty();
        assertThat(WireWords.meaning("light", "patlite", received(1, Bytes.of(0x41))))
                .isEmpty();
    }

    @Test
    void terminals_show_no_byte_that_nobody_can_mask() {
        assertThat(WireWords.mask("terminal", "caisse-ap", false).get()).isSameAs(WireMask.SIZES);
        assertThat(WireWords.mask("terminal", "nexo", false).get()).isSameAs(WireMask.SIZES);
        assertThat(WireWords.mask("terminal", "zvt", true).get()).isSameAs(WireMask.SIZES);
        assertThat(WireWords.mask("scanner", "ssi", true).get()).isSameAs(WireMask.PLAIN);
    }
}
