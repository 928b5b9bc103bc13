package org.samokasa.protocol.magellan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.magellan.MagellanFrame.Message;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;

/** Vectors: protocol sheets scanner-serial, section 7, and scale-serial, section 7. */
class MagellanTest {
    private static final Bytes EAN_13 = Bytes.hex("53 30 38 46 34 30 30 36 33 38 31 33 33 33 39 33 31 0D");
    private static final Bytes WEIGHT = Bytes.hex("53 31 34 34 30 31 32 35 30 0D"); // stable 1.250 kg

    private static List<Message> messages(Bytes stream) {
        return messages(new MagellanFramer(MagellanForm.S).feed(stream));
    }

    private static List<Message> messages(List<MagellanFrame> frames) {
        List<Message> messages = new ArrayList<>();
        for (MagellanFrame frame : frames) {
            if (frame instanceof Message message) {
                messages.add(message);
            }
        }
        return messages;
    }

    private static ScaleAnswer weight(String hex) {
        List<Message> messages = messages(Bytes.hex(hex));
        assertThat(messages).hasSize(1);
        return MagellanCodec.decode(messages.get(0));
    }

    private static Decoded label(String hex) {
        List<Message> messages = messages(Bytes.hex(hex));
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).code()).isEqualTo("08");
        return MagellanLabels.decode(messages.get(0).data());
    }

    @Test
    void the_words_of_the_scale_are_read() {
        assertThat(weight(WEIGHT.toHex())).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(weight("53 31 31 30 31 32 35 30 0D")).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(weight("53 31 31 30 32 37 36 0D")).isInstanceOf(ScaleAnswer.Pounds.class); // four digits
        assertThat(weight("53 31 34 34 30 32 37 36 0D")).isInstanceOf(ScaleAnswer.Pounds.class);
        assertThat(weight("53 31 34 30 0D")).isInstanceOf(ScaleAnswer.NotReady.class);
        assertThat(weight("53 31 34 31 0D")).isEqualTo(new ScaleAnswer.Moving());
        assertThat(weight("53 31 34 32 0D")).isEqualTo(new ScaleAnswer.OverCapacity());
        assertThat(weight("53 31 34 33 0D")).isEqualTo(new ScaleAnswer.Zero());
        assertThat(weight("53 31 34 35 0D")).isEqualTo(new ScaleAnswer.UnderZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53 31 34 0D", // no status
                "53 31 34 34 0D", // no weight
                "53 31 34 34 30 31 32 0D", // three digits
                "53 31 34 36 0D", // unknown status
                "53 31 34 33 30 0D", // zero with more
                "53 31 31 0D",
            })
    void any_other_word_is_unreadable(String hex) {
        assertThat(weight(hex)).isInstanceOf(ScaleAnswer.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "53 30 38 46 34 30 30 36 33 38 31 33 33 33 39 33 31 0D, ]E04006381333931", // F: EAN-13
        "53 30 38 46 46 35 30 31 38 37 34 31 36 0D, ]E450187416", // FF: EAN-8, not F and nine digits
        "53 30 38 41 30 37 32 30 33 36 30 30 31 32 33 38 0D, ]E00072036001238", // A: UPC-A
        "53 30 38 41 30 37 32 30 33 36 30 30 31 32 33 0D, ]E00072036001238", // the same without its check digit
        "53 30 38 45 30 31 32 33 34 35 36 35 0D, ]E00012345000065", // E: UPC-E, expanded
        "53 30 38 52 34 30 31 30 35 30 31 32 33 34 35 36 37 38 39 30 30 0D, ]e00105012345678900", // R4: DataBar
        "53 30 38 5D 43 31 30 31 30 35 30 31 32 33 34 35 36 37 38 39 30 30 0D, ]C10105012345678900",
        "53 30 38 42 33 53 31 34 34 30 31 32 35 30 0D, ]C0S14401250", // Code 128 that looks like a weight
    })
    void labels_come_with_their_aim_identifier(String hex, String text) {
        assertThat(label(hex)).isEqualTo(new Decoded.Label(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53 30 38 46 0D", // no data
                "53 30 38 0D", // no identifier
                "53 30 38 46 34 30 30 36 33 38 31 33 33 33 39 33 0D", // twelve digits are no EAN-13
                "53 30 38 46 46 35 30 31 38 37 34 31 0D", // seven digits are no EAN-8
                "53 30 38 5A 31 32 33 0D", // unknown identifier
                "53 30 38 46 34 30 30 36 53 31 34 31 0D", // a label that lost its end, and an answer
            })
    void anything_else_is_no_label(String hex) {
        assertThat(label(hex)).isInstanceOf(Decoded.Garbled.class);
    }

    @Test
    void a_weight_that_was_cut_off_by_a_label_starts_again_there() {
        assertThat(messages(Bytes.hex("53 31 31").plus(EAN_13)))
                .containsExactly(new Message("08", EAN_13.slice(3, 17)));
    }

    @Test
    void messages_are_found_wherever_the_chunks_end() {
        Bytes stream = EAN_13.plus(WEIGHT).plus(EAN_13);
        assertThat(Split.everywhere(stream, () -> new MagellanFramer(MagellanForm.S)::feed))
                .hasSize(3);
    }

    @Test
    void both_forms_say_the_same() {
        assertThat(MagellanForm.STX.wrap("S14")).isEqualTo(Bytes.hex("02 31 34 03"));
        assertThat(MagellanForm.S.wrap("S334")).isEqualTo(Bytes.hex("53 33 33 34 0D"));
        Bytes ncr = Bytes.hex("02 30 38 46 34 30 30 36 33 38 31 33 33 33 39 33 31 03");
        assertThat(messages(new MagellanFramer(MagellanForm.STX).feed(ncr))).isEqualTo(messages(EAN_13));
        assertThat(MagellanCodec.encodeLabel("F4006381333931", MagellanForm.STX))
                .isEqualTo(ncr);
        assertThat(MagellanCodec.encodeLabel("F4006381333931", MagellanForm.S)).isEqualTo(EAN_13);
    }

    @ParameterizedTest
    @EnumSource(MagellanForm.class)
    void endless_bytes_are_bounded_and_the_next_message_is_found(MagellanForm form) {
        for (String begin : List.of("x", "S08B3", "S14")) {
            MagellanFramer framer = new MagellanFramer(form);
            String start = form == MagellanForm.S ? begin : "\u0002" + begin.substring(1);
            framer.feed(Bytes.ascii(start + "0".repeat(9_000)));
            List<MagellanFrame> frames = new ArrayList<>(framer.feed(form.wrap("S141")));
            frames.addAll(framer.feed(form.wrap("S141")));
            assertThat(messages(frames)).contains(new Message("14", Bytes.ascii("1")));
        }
    }

    @Test
    void parity_bits_on_an_open_line_are_noise() {
        assertThat(messages(Bytes.hex("D3 B0 38 46 34 B0 B0 B6 B3 38 31 B3 B3 B3 B9 B3 31 0D")))
                .isEmpty();
    }

    /** No check: a digit that became another digit passes here. An EAN has its check digit, a weight its second reading. */
    @Test
    void a_flipped_bit_makes_no_more_than_another_digit() {
        int wrong = 0;
        for (Bytes flipped : Split.flipped(WEIGHT)) {
            for (Message message : messages(flipped.plus(WEIGHT))) {
                ScaleAnswer answer = MagellanCodec.decode(message);
                wrong += answer.isAtRest() && !answer.equals(new ScaleAnswer.Weight(1_250, false)) ? 1 : 0;
            }
        }
        // Up to four bits of each of five digits lead to another digit.
        assertThat(wrong).isBetween(1, 20);
        for (Bytes flipped : Split.flipped(EAN_13)) {
            for (Message message : messages(flipped.plus(EAN_13))) {
                if (message.code().equals("08")
                        && MagellanLabels.decode(message.data()) instanceof Decoded.Label label) {
                    assertThat(label.text()).matches("\\]E0[0-9]{13}");
                }
            }
        }
    }
}
