package org.samokasa.protocol.scale8217;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleFrame;

/** Vectors: protocol sheet scale-serial, section 2. */
class Scale8217ProtocolTest {
    private static final Bytes WEIGHT = Bytes.hex("02 30 31 2E 32 35 30 0D"); // 1.250 kg stable, gross

    private static List<ScaleFrame> frames(Bytes stream) {
        return Scale8217Codec.framer().feed(stream);
    }

    private static ScaleAnswer only(String hex) {
        List<ScaleFrame> frames = frames(Bytes.hex(hex));
        assertThat(frames).hasSize(1);
        return Scale8217Codec.decode(((ScaleFrame.Whole) frames.get(0)).body());
    }

    @ParameterizedTest
    @CsvSource({
        "02 30 31 2E 32 35 30 0D, 1250, false",
        "02 30 31 2E 32 35 30 4E 0D, 1250, true",
        "02 30 30 2E 30 30 30 0D, 0, false",
        "02 39 39 2E 39 39 39 0D, 99999, false",
    })
    void weights_are_read_to_the_gram(String hex, int grams, boolean net) {
        assertThat(only(hex)).isEqualTo(new ScaleAnswer.Weight(grams, net));
    }

    @Test
    void each_status_is_judged_in_the_order_of_the_sheet() {
        Map.of(
                        "41", new ScaleAnswer.Moving(),
                        "50", new ScaleAnswer.Zero(),
                        "44", new ScaleAnswer.UnderZero(),
                        "42", new ScaleAnswer.OverCapacity(),
                        "48", new ScaleAnswer.OutsideZeroRange(),
                        "40", new ScaleAnswer.NothingNew(),
                        "60", new ScaleAnswer.NothingNew(),
                        "51", new ScaleAnswer.Moving(),
                        "47", new ScaleAnswer.UnderZero(),
                        "5B", new ScaleAnswer.OverCapacity())
                .forEach((status, answer) ->
                        assertThat(only("02 3F " + status + " 0D")).as(status).isEqualTo(answer));
    }

    @Test
    void pounds_are_never_taken_for_kilograms() {
        assertThat(only("02 30 32 2E 37 36 0D")).isEqualTo(new ScaleAnswer.Pounds("02.76"));
        assertThat(only("02 30 30 32 2E 37 36 0D")).isEqualTo(new ScaleAnswer.Pounds("002.76"));
    }

    @ParameterizedTest
    @CsvSource({
        "02 30 31 2C 32 35 30 0D", // comma
        "02 30 31 2E B2 35 30 0D", // one bad parity bit
        "02 0D", // empty
        "02 3F 0D", // status missing
        "02 3F 30 0D", // bit 6 missing
        "02 30 31 32 35 30 0D", // no point
        "02 30 31 2E 32 35 30 35 0D", // answer to H, not for sale
    })
    void anything_else_is_unreadable(String hex) {
        assertThat(only(hex)).isInstanceOf(ScaleAnswer.Unreadable.class);
    }

    @Test
    void frames_are_found_wherever_the_chunks_end() {
        Bytes stream = WEIGHT.plus(Bytes.hex("02 3F 41 0D"));
        assertThat(Split.everywhere(stream, () -> Scale8217Codec.framer()::feed))
                .containsExactly(new ScaleFrame.Whole(Bytes.ascii("01.250")), new ScaleFrame.Whole(Bytes.ascii("?A")));
    }

    @Test
    void the_last_start_wins_and_a_lost_start_is_noise() {
        assertThat(frames(Bytes.hex("02 30 31 02 30 31 2E 32 35 30 0D")))
                .containsExactly(new ScaleFrame.Whole(Bytes.ascii("01.250")), new ScaleFrame.Noise(Bytes.ascii("01")));
        assertThat(frames(Bytes.hex("30 31 2E 32 35 30 0D"))).singleElement().isInstanceOf(ScaleFrame.Noise.class);
        // The line opened as 8N1: no start and no end are recognised.
        assertThat(frames(Bytes.hex("82 30 B1 2E B2 35 30 8D"))).singleElement().isInstanceOf(ScaleFrame.Noise.class);
    }

    @Test
    void endless_bytes_are_bounded_and_the_next_frame_is_found() {
        Bytes endless = Bytes.of(2).plus(Bytes.ascii("0".repeat(5_000)));
        assertThat(frames(endless.plus(WEIGHT))).contains(new ScaleFrame.Whole(Bytes.ascii("01.250")));
    }

    @Test
    void a_flipped_bit_is_refused_or_reads_as_one_well_formed_frame() {
        for (Bytes flipped : Split.flipped(WEIGHT)) {
            boolean eighthBit = false;
            for (int i = 0; i < flipped.size(); i++) {
                eighthBit |= flipped.at(i) >= 0x80;
            }
            for (ScaleFrame frame : frames(flipped.plus(WEIGHT))) {
                if (frame instanceof ScaleFrame.Whole whole) {
                    ScaleAnswer answer = Scale8217Codec.decode(whole.body());
                    // There is no check but parity, which the port removes: with the eighth bit visible nothing passes.
                    if (eighthBit && answer instanceof ScaleAnswer.Weight weight) {
                        assertThat(weight.grams()).isEqualTo(1_250);
                    }
                }
            }
        }
    }

    @Test
    void what_the_encoder_makes_the_decoder_reads() {
        assertThat(Scale8217Codec.encodeWeight(1_250)).isEqualTo(WEIGHT);
        assertThat(Scale8217Codec.encodeStatus(Scale8217Codec.MOTION | Scale8217Codec.CENTRE_OF_ZERO))
                .isEqualTo(Bytes.hex("02 3F 51 0D"));
        assertThatThrownBy(() -> Scale8217Codec.encodeWeight(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scale8217Codec.encodeWeight(100_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
