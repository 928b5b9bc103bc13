package org.samokasa.protocol.scalesma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.FrameChecks;
import org.samokasa.protocol.scale.ScaleAnswer;

/** Vectors: protocol sheet scale-serial, section 6, SMA. */
class SmaCodecTest {
    private static final Bytes STABLE = Bytes.hex("0A 20 31 47 20 20 20 20 20 20 20 31 2E 32 35 30 6B 67 20 0D");

    private static ScaleAnswer only(String hex) {
        return FrameChecks.only(SmaCodec::framer, SmaCodec::decode, hex);
    }

    @Test
    void the_frames_of_the_sheet_are_read() {
        assertThat(only(STABLE.toHex())).isEqualTo(new ScaleAnswer.Weight(1_250, false)); // 1.250 kg gross, stable
        assertThat(only("0A 20 31 4E 20 20 20 20 20 20 20 31 2E 32 35 30 6B 67 20 0D"))
                .isEqualTo(new ScaleAnswer.Weight(1_250, true));
        assertThat(only("0A 20 31 47 4D 20 20 20 20 20 20 31 2E 32 33 35 6B 67 20 0D"))
                .isEqualTo(new ScaleAnswer.Moving());
        assertThat(only("0A 5A 31 47 20 20 20 20 20 20 20 30 2E 30 30 30 6B 67 20 0D"))
                .isEqualTo(new ScaleAnswer.Zero());
        assertThat(only("0A 45 31 47 20 20 2D 2D 2D 2D 2D 2D 2D 2D 2D 2D 6B 67 20 0D"))
                .isEqualTo(new ScaleAnswer.OutsideZeroRange());
        assertThat(only("0A 4F 31 47 20 20 2D 2D 2D 2D 2D 2D 2D 2D 2D 2D 6B 67 20 0D"))
                .isEqualTo(new ScaleAnswer.OverCapacity());
        assertThat(only("0A 55 31 47 20 20 2D 2D 2D 2D 2D 2D 2D 2D 2D 2D 6B 67 20 0D"))
                .isEqualTo(new ScaleAnswer.UnderZero());
        assertThat(only("0A 3F 0D")).isInstanceOf(ScaleAnswer.Refused.class);
        assertThat(only("0A 20 31 47 20 20 20 20 20 20 20 20 32 2E 37 36 6C 62 20 0D"))
                .isInstanceOf(ScaleAnswer.Pounds.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0A 21 0D", // the scale had a line error
                "0A 20 31 67 20 20 20 20 20 20 20 31 2E 32 35 30 6B 67 20 0D", // g: finer than may be sold
                "0A 20 31 54 20 20 20 20 20 20 20 31 2E 32 35 30 6B 67 20 0D", // T: a tare
                "0A 5A 31 47 20 20 20 20 20 20 20 31 2E 32 35 30 6B 67 20 0D", // 1.250 and centre of zero
                "0A 20 31 47 20 20 20 20 20 20 20 31 2E 32 35 6B 67 20 0D", // 19 bytes
                "0A 0D",
            })
    void anything_else_is_unreadable(String hex) {
        assertThat(only(hex)).isInstanceOf(ScaleAnswer.Unreadable.class);
    }

    @Test
    void cuts_and_rubbish_do_not_matter() {
        FrameChecks.survivesCutsAndRubbish(SmaCodec::framer, STABLE);
    }

    /** The frame has no check: a digit that became another digit is the second reading's business. */
    @Test
    void a_flipped_bit_shows_only_in_the_number_and_a_lost_byte_shows_always() {
        assertThat(FrameChecks.wrongWeightsFromFlippedBits(SmaCodec::framer, SmaCodec::decode, STABLE))
                .hasSizeLessThanOrEqualTo(30)
                .allMatch(ScaleAnswer.Weight.class::isInstance);
        FrameChecks.neverWrongWhenTheDamagedByteIsMissing(SmaCodec::framer, SmaCodec::decode, STABLE);
    }

    @Test
    void the_encoder_writes_the_frames_of_the_sheet() {
        assertThat(SmaCodec.encode(' ', false, 1_250)).isEqualTo(STABLE);
        assertThat(SmaCodec.encode('Z', false, 0))
                .isEqualTo(Bytes.hex("0A 5A 31 47 20 20 20 20 20 20 20 30 2E 30 30 30 6B 67 20 0D"));
        assertThat(only(SmaCodec.encode('O', false, 0).toHex())).isEqualTo(new ScaleAnswer.OverCapacity());
    }
}
