package org.samokasa.protocol.scalenci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.FrameChecks;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleTurn;
import org.samokasa.protocol.scalenci.NciCodec.Trouble;
import org.samokasa.protocol.scalenci.NciCodec.Variant;

/** Vectors: protocol sheet scale-serial, section 3. */
class NciCodecTest {
    private static final Bytes ECR = Bytes.hex("0A 30 30 2E 38 34 35 4B 47 0D 0A 53 30 30 0D 03");
    private static final Bytes SCP01 = Bytes.hex("0A 30 30 30 30 2E 38 35 6B 67 0D 0A 30 30 0D 03");

    private static ScaleAnswer only(String hex) {
        return FrameChecks.only(NciCodec::framer, NciCodec::decode, hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0A 30 30 2E 38 34 35 4B 47 0D 0A 53 30 30 0D 03, 845, false", // ECR: 0.845 kg, stable
        "0A 30 30 30 30 2E 38 35 6B 67 0D 0A 30 30 0D 03, 850, false", // SCP-01: four digits, point, two; no S
        "0A 20 30 2E 38 34 35 4B 47 0D 0A 53 30 30 0D 03, 845, false", // a blank for the leading zero
        "0A 30 30 2E 38 33 30 4B 47 0D 0A 53 30 70 34 0D 03, 830, true", // byte 2 announces byte 3, which says net
    })
    void weights_are_read_to_the_gram(String hex, int grams, boolean net) {
        assertThat(only(hex)).isEqualTo(new ScaleAnswer.Weight(grams, net));
    }

    @Test
    void each_status_says_why_there_is_no_weight() {
        assertThat(only("0A 53 31 30 0D 03")).isEqualTo(new ScaleAnswer.Moving());
        assertThat(only("0A 30 30 2E 38 34 35 4B 47 0D 0A 53 31 30 0D 03")).isEqualTo(new ScaleAnswer.Moving());
        assertThat(only("0A 30 30 2E 30 30 30 4B 47 0D 0A 53 32 30 0D 03")).isEqualTo(new ScaleAnswer.Zero());
        assertThat(only("0A 53 30 32 0D 03")).isEqualTo(new ScaleAnswer.OverCapacity());
        assertThat(only("0A 53 30 31 0D 03")).isEqualTo(new ScaleAnswer.UnderZero());
        assertThat(only("0A 53 34 30 0D 03")).isInstanceOf(ScaleAnswer.Fault.class);
        assertThat(only("0A 53 30 70 38 0D 03")).isEqualTo(new ScaleAnswer.OutsideZeroRange());
        assertThat(only("0A 3F 0D 03")).isInstanceOf(ScaleAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0A 30 30 2E 38 34 35 4C 42 0D 0A 53 30 30 0D 03", // LB
                "0A 30 30 30 30 2E 38 35 6F 7A 0D 0A 30 30 0D 03", // oz
                "0A 20 31 6C 62 20 32 2E 35 6F 7A 0D 0A 30 30 0D 03", // 1lb 2.5oz
            })
    void other_units_are_never_taken_for_kilograms(String hex) {
        assertThat(only(hex)).isInstanceOf(ScaleAnswer.Pounds.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0A 30 30 2E 38 34 35 4B 47 0D 03", // weight without its status
                "0A 53 30 30 0D 03", // status without a weight
                "0A 30 30 2E 38 34 35 4B 47 0D 0A 53 30 70 0D 03", // byte 3 announced and missing
                "0A 30 30 2E 38 34 35 4B 47 0D 0A 53 30 30 34 0D 03", // byte 3 not announced
                "0A 30 30 2E 38 34 35 4B 47 0D 0A 53 32 30 0D 03", // 0.845 kg and at zero
                "0A 30 38 34 35 4B 47 0D 0A 53 30 30 0D 03", // no point
                "0A 5E 5E 5E 5E 5E 5E 4B 47 0D 0A 53 30 30 0D 03", // over-range text without its bit
                "0A B0 30 2E 38 34 35 4B 47 0D 0A 53 30 30 0D 03", // a parity bit: line opened as 8N1
                "0A 03",
            })
    void anything_else_is_unreadable(String hex) {
        assertThat(only(hex)).isInstanceOf(ScaleAnswer.Unreadable.class);
    }

    @Test
    void a_frame_whose_head_was_lost_is_noise() {
        assertThat(FrameChecks.answers(
                        NciCodec.framer(),
                        NciCodec::decode,
                        Bytes.hex("2E 38 34 35 4B 47 0D 0A 53 30 30 0D 03").plus(ECR)))
                .containsExactly(new ScaleAnswer.Weight(845, false));
    }

    @Test
    void cuts_and_rubbish_do_not_matter() {
        FrameChecks.survivesCutsAndRubbish(NciCodec::framer, ECR);
        FrameChecks.survivesCutsAndRubbish(NciCodec::framer, SCP01);
    }

    /** The frame has no check: a digit that became another digit is a weight here, and the second reading's business. */
    @Test
    void a_flipped_bit_shows_only_in_the_digits_and_a_lost_byte_shows_always() {
        assertThat(FrameChecks.wrongWeightsFromFlippedBits(NciCodec::framer, NciCodec::decode, ECR))
                .hasSizeLessThanOrEqualTo(5 * 4)
                .allMatch(ScaleAnswer.Weight.class::isInstance);
        FrameChecks.neverWrongWhenTheDamagedByteIsMissing(NciCodec::framer, NciCodec::decode, ECR);
        FrameChecks.neverWrongWhenTheDamagedByteIsMissing(NciCodec::framer, NciCodec::decode, SCP01);
    }

    @Test
    void the_encoder_writes_the_frames_of_the_sheet() {
        assertThat(NciCodec.encodeWeight(845, Variant.ECR)).isEqualTo(ECR);
        assertThat(NciCodec.encodeWeight(850, Variant.SCP01)).isEqualTo(SCP01);
        assertThat(NciCodec.encode(Trouble.MOTION, Variant.ECR)).isEqualTo(Bytes.hex("0A 53 31 30 0D 03"));
        assertThat(NciCodec.encodeWeight(0, Variant.ECR))
                .isEqualTo(Bytes.hex("0A 30 30 2E 30 30 30 4B 47 0D 0A 53 32 30 0D 03"));
        assertThatThrownBy(() -> NciCodec.encodeWeight(845, Variant.SCP01))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NciCodec.encodeWeight(-1, Variant.ECR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_answer_to_zeroing_proves_nothing() {
        NciDialect dialect = new NciDialect();
        assertThat(dialect.askZero()).contains(Bytes.hex("5A 0D"));
        assertThat(dialect.feed(Bytes.hex("0A 53 30 30 0D 03"))).containsExactly(new ScaleTurn.Over());
        assertThat(dialect.askWeight(0)).isEqualTo(Bytes.hex("57 0D"));
        assertThat(dialect.feed(Bytes.hex("0A 53 30 30 0D 03")))
                .singleElement()
                .isInstanceOfSatisfying(
                        ScaleTurn.Answer.class,
                        turn -> assertThat(turn.answer()).isInstanceOf(ScaleAnswer.Unreadable.class));
    }
}
