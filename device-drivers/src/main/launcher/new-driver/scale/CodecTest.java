package org.samokasa.protocol.@package@;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.FrameChecks;
import org.samokasa.protocol.scale.ScaleAnswer;

/** Vectors: TODO manual, edition and section; these are only those of the example. */
class @Name@CodecTest {
    private static final Bytes AT_REST = Bytes.ascii("S +001.250 kg\r\n");

    private static ScaleAnswer decoded(String line) {
        return @Name@Codec.decode(Bytes.ascii(line));
    }

    @Test
    void says_rest_motion_sign_and_unit() {
        assertThat(decoded("S +001.250 kg")).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(decoded("M +001.180 kg")).isEqualTo(new ScaleAnswer.Moving());
        assertThat(decoded("S -000.010 kg")).isEqualTo(new ScaleAnswer.UnderZero());
        assertThat(decoded("S +002.760 lb")).isInstanceOf(ScaleAnswer.Pounds.class);
    }

    @Test
    void anything_else_is_unreadable_and_never_zero() {
        for (String line : new String[] {"", "S +001.25 kg", "S 001.250 kg", "X +001.250 kg", "S +001,250 kg", "S"}) {
            assertThat(decoded(line)).as(line).isInstanceOf(ScaleAnswer.Unreadable.class);
        }
    }

    @Test
    void cuts_and_rubbish_do_not_matter() {
        assertThat(@Name@Codec.encode(false, 1_250)).isEqualTo(AT_REST);
        FrameChecks.survivesCutsAndRubbish(@Name@Codec::framer, AT_REST);
    }

    /** The frame has no check: a digit that became another one is the second reading's business. */
    @Test
    void a_flipped_bit_shows_only_in_the_number() {
        assertThat(FrameChecks.wrongWeightsFromFlippedBits(@Name@Codec::framer, @Name@Codec::decode, AT_REST))
                .allMatch(ScaleAnswer.Weight.class::isInstance);
    }
}
