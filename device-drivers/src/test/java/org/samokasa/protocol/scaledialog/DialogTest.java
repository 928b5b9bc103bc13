package org.samokasa.protocol.scaledialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.scale.FrameChecks;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleTurn;

/** Vectors: protocol sheet scale-serial, section 4. The key is the invented one of the sheet. */
class DialogTest {
    /** Kilograms, 1.250 kg, 2.49 per kg, 3.11 (3.1125 rounded). */
    private static final Bytes RESULT =
            Bytes.hex("02 30 32 1B 33 1B 30 31 32 35 30 1B 30 30 30 32 34 39 1B 30 30 30 33 31 31 03");

    private static final Bytes PRICE = Bytes.hex("04 02 30 31 1B 30 30 30 32 34 39 1B 03");
    private static final Bytes ENQ = Bytes.hex("04 05");
    private static final Bytes WHY = Bytes.hex("04 02 30 38 03");
    private static final DialogKey KEY = DialogKey.parse("1234 ABCD");

    private final DialogDialect dialect = new DialogDialect(249, 6, Optional.empty());

    private static DialogReply only(String hex) {
        List<ScaleFrame> frames = DialogCodec.framer().feed(Bytes.hex(hex));
        assertThat(frames).hasSize(1);
        return DialogCodec.decode(((ScaleFrame.Whole) frames.get(0)).body());
    }

    private static void says(DialogDialect dialect, String hex, Bytes next) {
        assertThat(dialect.feed(Bytes.hex(hex))).containsExactly(new ScaleTurn.Say(next));
    }

    private static ScaleAnswer answer(DialogDialect dialect, Bytes bytes) {
        List<ScaleTurn> turns = dialect.feed(bytes);
        assertThat(turns).hasSize(1);
        return ((ScaleTurn.Answer) turns.get(0)).answer();
    }

    private static void upToResult(DialogDialect dialect) {
        dialect.askWeight(0);
        dialect.feed(DialogCodec.ACK);
    }

    @Test
    void the_records_of_the_scale_are_read() {
        assertThat(only("06")).isEqualTo(new DialogReply.Ack());
        assertThat(only("15")).isEqualTo(new DialogReply.Nak());
        assertThat(only(RESULT.toHex())).isEqualTo(new DialogReply.Result(3, 1_250, 249, 311));
        assertThat(only("02 30 39 1B 32 30 03")).isEqualTo(new DialogReply.Status(20));
        assertThat(only("02 30 39 1B 32 30 04")).isEqualTo(new DialogReply.Status(20)); // one make ends with EOT
        assertThat(only("02 31 31 1B 32 35 41 03")).isEqualTo(new DialogReply.ProofWanted(0x5A));
        assertThat(only("02 31 31 1B 31 03")).isEqualTo(new DialogReply.ProofAccepted());
        assertThat(only("02 31 31 1B 30 03")).isEqualTo(new DialogReply.ProofRefused());
        assertThat(only("02 30 32 1B 33 1B 20 20 20 20 20 1B 30 30 30 32 34 39 1B 30 30 30 30 30 30 03"))
                .isEqualTo(new DialogReply.NoWeightYet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 30 32 1B 33 1B 30 31 32 35 1B 30 30 30 32 34 39 1B 30 30 30 33 31 31 03", // four digits of weight
                "02 30 32 1B 33 1B 30 31 32 35 30 1B 30 30 30 32 34 39 03", // no amount
                "02 30 39 1B 41 30 03",
                "02 31 31 1B 32 35 03",
                "02 37 37 03",
                "02 03",
            })
    void anything_else_is_unreadable(String hex) {
        assertThat(only(hex)).isInstanceOf(DialogReply.Unreadable.class);
    }

    @Test
    void the_records_of_the_till_are_written() {
        assertThat(DialogCodec.encodePrice(249, 6)).isEqualTo(PRICE);
        assertThat(DialogCodec.encodePrice(249, 5)).isEqualTo(Bytes.hex("04 02 30 31 1B 30 30 32 34 39 1B 03"));
        assertThat(DialogCodec.encodeProof(KEY.proof(0x5A)))
                .isEqualTo(Bytes.hex("04 02 31 30 1B 34 36 38 32 46 33 36 41 03")); // 4682 F36A
        assertThat(DialogCodec.encodeResult(1_250, 249, 311)).isEqualTo(RESULT);
        assertThat(DialogCodec.encodeStatus(20)).isEqualTo(Bytes.hex("02 30 39 1B 32 30 03"));
        assertThat(DialogCodec.encodeProofWanted(0x5A)).isEqualTo(Bytes.hex("02 31 31 1B 32 35 41 03"));
        assertThatThrownBy(() -> DialogCodec.encodePrice(100_000, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_words_are_rotated_by_the_nibbles_and_the_key_never_shows() {
        assertThat(KEY.proof(0x00)).isEqualTo("1234ABCD");
        assertThat(KEY.proof(0x10)).isEqualTo("2468ABCD");
        assertThat(KEY.proof(0x01)).isEqualTo("1234D5E6");
        assertThat(KEY.toString()).doesNotContain("1234");
        assertThatThrownBy(() -> DialogKey.parse("1234")).hasMessageNotContaining("1234 ");
    }

    @Test
    void cuts_and_rubbish_do_not_matter() {
        FrameChecks.survivesCutsAndRubbish(DialogCodec::framer, RESULT);
        assertThat(DialogCodec.framer().feed(RESULT.slice(0, 9).plus(RESULT)))
                .contains(new ScaleFrame.Whole(RESULT.slice(1, RESULT.size() - 1)));
    }

    @Test
    void price_then_result_then_a_weight() {
        assertThat(dialect.askWeight(0)).isEqualTo(PRICE);
        says(dialect, "06", ENQ);
        assertThat(answer(dialect, RESULT)).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(dialect.askWeight(0)).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @CsvSource({
        "20, Moving, true",
        "22, Moving, true",
        "21, NothingNew, false",
        "30, UnderMinimum, false",
        "31, UnderZero, false",
        "32, OverCapacity, false",
        "11, Refused, false",
        "13, Refused, false",
        "01, NotReady, false"
    })
    void a_refusal_is_asked_for_its_reason(int code, String kind, boolean priceStands) {
        upToResult(dialect);
        says(dialect, "15", WHY);
        assertThat(answer(dialect, DialogCodec.encodeStatus(code)).getClass().getSimpleName())
                .isEqualTo(kind);
        assertThat(dialect.askWeight(0)).isEqualTo(priceStands ? ENQ : PRICE);
    }

    @Test
    void a_result_with_another_price_or_an_amount_that_does_not_follow_is_no_weight() {
        upToResult(dialect);
        assertThat(answer(dialect, DialogCodec.encodeResult(1_250, 248, 310))).isInstanceOf(ScaleAnswer.Fault.class);
        upToResult(dialect);
        assertThat(answer(dialect, DialogCodec.encodeResult(1_250, 249, 312))).isInstanceOf(ScaleAnswer.Fault.class);
        upToResult(dialect);
        assertThat(answer(dialect, Bytes.ascii("\u000202\u001B1\u001B00276\u001B000249\u001B000311\u0003")))
                .isInstanceOf(ScaleAnswer.Pounds.class);
    }

    @Test
    void amounts_are_rounded_half_up_in_whole_numbers() {
        assertThat(DialogCodec.amount(1_250, 249)).isEqualTo(311); // 311.25
        assertThat(DialogCodec.amount(1_250, 250)).isEqualTo(313); // 312.5
        assertThat(DialogCodec.amount(1, 499)).isZero();
        assertThat(DialogCodec.amount(99_999, 999_999)).isEqualTo(99_998_900);
    }

    /** With the price that the driver sends, the amount repeats the digits of the weight: every flipped bit shows. */
    @Test
    void no_flipped_bit_makes_another_weight() {
        Bytes result = DialogCodec.encodeResult(1_250, 1_000, 1_250);
        for (Bytes flipped : Split.flipped(result)) {
            DialogDialect fresh = new DialogDialect(1_000, 6, Optional.empty());
            upToResult(fresh);
            for (ScaleTurn turn : fresh.feed(flipped.plus(result))) {
                if (turn instanceof ScaleTurn.Answer answered
                        && answered.answer().isAtRest()) {
                    assertThat(answered.answer()).isEqualTo(new ScaleAnswer.Weight(1_250, false));
                }
            }
        }
    }

    @Test
    void the_proof_is_given_and_the_interrupted_question_asked_again() {
        DialogDialect proving = new DialogDialect(249, 6, Optional.of(KEY));
        upToResult(proving);
        says(proving, "02 31 31 1B 32 35 41 03", Bytes.hex("04 02 31 30 1B 34 36 38 32 46 33 36 41 03"));
        says(proving, "06", ENQ);
        says(proving, "02 31 31 1B 31 03", PRICE);
        says(proving, "06", ENQ);
        assertThat(answer(proving, RESULT)).isEqualTo(new ScaleAnswer.Weight(1_250, false));
    }

    @Test
    void a_refused_or_missing_key_blocks_and_is_not_tried_again() {
        DialogDialect proving = new DialogDialect(249, 6, Optional.of(KEY));
        upToResult(proving);
        proving.feed(Bytes.hex("02 31 31 1B 32 35 41 03"));
        proving.feed(DialogCodec.ACK);
        assertThat(answer(proving, Bytes.hex("02 31 31 1B 30 03"))).isInstanceOf(ScaleAnswer.Refused.class);
        upToResult(proving);
        assertThat(answer(proving, Bytes.hex("02 31 31 1B 32 35 41 03"))).isInstanceOf(ScaleAnswer.Refused.class);
        upToResult(dialect);
        assertThat(answer(dialect, Bytes.hex("02 31 31 1B 32 35 41 03"))).isInstanceOf(ScaleAnswer.Refused.class);
    }

    @Test
    void silence_after_the_price_is_asked_once_for_the_result_and_then_begun_again() {
        dialect.askWeight(0);
        assertThat(dialect.askWeight(1)).isEqualTo(ENQ);
        DialogDialect other = new DialogDialect(249, 6, Optional.empty());
        assertThat(other.askWeight(1)).isEqualTo(Bytes.of(0x04).plus(PRICE));
    }

    @Test
    void what_was_not_asked_for_changes_nothing() {
        dialect.askWeight(0);
        assertThat(dialect.feed(RESULT)).singleElement().isInstanceOf(ScaleTurn.OutOfTurn.class);
        assertThat(dialect.feed(Bytes.hex("02 30 39 1B 32 30 03")))
                .singleElement()
                .isInstanceOf(ScaleTurn.OutOfTurn.class);
        says(dialect, "06", ENQ);
        assertThat(dialect.feed(DialogCodec.ACK)).singleElement().isInstanceOf(ScaleTurn.OutOfTurn.class);
        assertThat(answer(dialect, RESULT)).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(dialect.feed(DialogCodec.NAK)).singleElement().isInstanceOf(ScaleTurn.OutOfTurn.class);
    }
}
