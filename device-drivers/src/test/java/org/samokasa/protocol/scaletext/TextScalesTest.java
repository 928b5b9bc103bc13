package org.samokasa.protocol.scaletext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.FrameChecks;
import org.samokasa.protocol.scale.ScaleAnswer;

/** Vectors: protocol sheet scale-serial, section 6, Epelsa and Adam. */
class TextScalesTest {
    private static final Bytes EPELSA = Bytes.hex("02 41 20 20 31 2E 32 35 30 0D 03"); // 1.250 kg
    private static final Bytes ADAM = Bytes.ascii("+  1.250 kg\r\n");

    private static ScaleAnswer epelsa(String hex) {
        return FrameChecks.only(EpelsaCodec::framer, EpelsaCodec::decode, hex);
    }

    private static ScaleAnswer adam(String line) {
        return AdamCodec.decode(Bytes.ascii(line));
    }

    @Test
    void epelsa_says_stable_moving_below_zero_and_starting() {
        assertThat(epelsa(EPELSA.toHex())).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(epelsa("02 21 20 20 31 2E 31 38 30 0D 03")).isEqualTo(new ScaleAnswer.Moving());
        assertThat(epelsa("02 41 20 2D 30 2E 34 35 30 0D 03")).isEqualTo(new ScaleAnswer.UnderZero());
        assertThat(epelsa("02 49 20 20 30 2E 30 30 30 0D 03")).isInstanceOf(ScaleAnswer.NotReady.class);
        assertThat(EpelsaCodec.encode('A', 1_250)).isEqualTo(EPELSA);
        assertThat(EpelsaCodec.encode('A', -450)).isEqualTo(Bytes.hex("02 41 20 2D 30 2E 34 35 30 0D 03"));
    }

    @ParameterizedTest
    @CsvSource({
        "02 41 20 20 31 2C 32 35 30 0D 03", // comma
        "02 42 20 20 31 2E 32 35 30 0D 03", // unknown state
        "02 41 20 31 2E 32 35 30 0D 03", // a blank lost
        "02 41 20 20 31 2E 32 35 30 03", // CR lost
        "02 03",
    })
    void any_other_frame_of_epelsa_is_unreadable(String hex) {
        assertThat(epelsa(hex)).isInstanceOf(ScaleAnswer.Unreadable.class);
    }

    @Test
    void adam_says_sign_weight_and_unit() {
        assertThat(adam("+  1.250 kg")).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(adam("+  0.000 kg")).isEqualTo(new ScaleAnswer.Weight(0, false));
        assertThat(adam("-  0.000 kg")).isEqualTo(new ScaleAnswer.Weight(0, false));
        assertThat(adam("-  0.010 kg")).isEqualTo(new ScaleAnswer.UnderZero());
        assertThat(adam("+  2.76 lb")).isInstanceOf(ScaleAnswer.Pounds.class);
        for (String line : new String[] {"", "  1.250 kg", "+  1,250 kg", "+  1250 kg", "+ kg", "+  1.250"}) {
            assertThat(adam(line)).as(line).isInstanceOf(ScaleAnswer.Unreadable.class);
        }
        assertThat(AdamCodec.encode(1_250)).isEqualTo(ADAM);
    }

    @Test
    void cuts_and_rubbish_do_not_matter() {
        FrameChecks.survivesCutsAndRubbish(EpelsaCodec::framer, EPELSA);
        FrameChecks.survivesCutsAndRubbish(AdamCodec::framer, ADAM);
    }

    /** No checks in either: a digit that became another one is the second reading's business. */
    @Test
    void a_flipped_bit_shows_only_in_the_number() {
        assertThat(FrameChecks.wrongWeightsFromFlippedBits(EpelsaCodec::framer, EpelsaCodec::decode, EPELSA))
                .hasSizeLessThanOrEqualTo(24)
                .allMatch(ScaleAnswer.Weight.class::isInstance);
        assertThat(FrameChecks.wrongWeightsFromFlippedBits(AdamCodec::framer, AdamCodec::decode, ADAM))
                .hasSizeLessThanOrEqualTo(24)
                .allMatch(ScaleAnswer.Weight.class::isInstance);
        FrameChecks.neverWrongWhenTheDamagedByteIsMissing(EpelsaCodec::framer, EpelsaCodec::decode, EPELSA);
    }
}
