package org.samokasa.protocol.scalecas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.FrameChecks;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleTurn;

/** Vectors: protocol sheet scale-serial, sections 5.1 and 5.4. */
class CasCodecTest {
    private static final Bytes STABLE = Bytes.hex("01 02 53 20 30 31 2E 32 35 30 6B 67 67 03 04");
    /** 94.00, stable 18.800 kg, 5.00 per kg; the check of the amount is 03. */
    private static final Bytes PRICED = Bytes.hex("01 02 20 20 20 39 34 2E 30 30 03 03"
            + "02 53 20 31 38 2E 38 30 30 6B 67 60 03 02 20 20 20 20 35 2E 30 30 1B 03 04");

    private static final Bytes STREAM = Bytes.hex("53 54 2C 4E 54 2C 31 42 2C 20 20 20 31 2E 32 35 30 20 6B 67 0D 0A");

    private static ScaleAnswer only(String hex) {
        return FrameChecks.only(CasCodec::framer, CasCodec::decode, hex);
    }

    private static ScaleAnswer line(String hex) {
        return FrameChecks.only(CasStreamCodec::framer, CasStreamCodec::decode, hex);
    }

    @Test
    void the_blocks_of_the_sheet_are_read() {
        assertThat(only(STABLE.toHex())).isEqualTo(new ScaleAnswer.Weight(1_250, false));
        assertThat(only("01 02 55 20 30 31 2E 32 33 35 6B 67 62 03 04")).isEqualTo(new ScaleAnswer.Moving());
        assertThat(only("01 02 53 2D 30 30 2E 30 31 30 6B 67 6D 03 04")).isEqualTo(new ScaleAnswer.UnderZero());
        assertThat(only("01 02 53 46 46 46 46 46 46 46 6B 67 19 03 04")).isEqualTo(new ScaleAnswer.OverCapacity());
        assertThat(only("01 02 53 20 30 31 2E 32 35 31 6B 67 67 03 04")).isInstanceOf(ScaleAnswer.Unreadable.class);
    }

    @Test
    void a_price_block_is_counted_and_not_searched_for_its_end() {
        assertThat(only(PRICED.toHex())).isEqualTo(new ScaleAnswer.Weight(18_800, false));
        assertThat(CasCodec.amount(PRICED)).isEqualTo("94.00");
        assertThat(CasCodec.unitPrice(PRICED)).isEqualTo("5.00");
        // 82.00 gives the check 04, and 95.00 the check 02: each is a mark of the frame as well.
        for (String amount : List.of("   82.00", "   95.00")) {
            Bytes money = Bytes.ascii(amount);
            Bytes block = PRICED.slice(0, 2)
                    .plus(money)
                    .plus(Bytes.of(CasCodec.check(money)))
                    .plus(PRICED.slice(11, PRICED.size()));
            assertThat(CasCodec.check(money)).isIn(2, 4);
            FrameChecks.survivesCutsAndRubbish(CasCodec::framer, block);
            assertThat(only(block.toHex())).isEqualTo(new ScaleAnswer.Weight(18_800, false));
        }
    }

    @Test
    void cuts_and_rubbish_do_not_matter() {
        FrameChecks.survivesCutsAndRubbish(CasCodec::framer, STABLE);
        FrameChecks.survivesCutsAndRubbish(CasCodec::framer, PRICED);
        FrameChecks.survivesCutsAndRubbish(CasStreamCodec::framer, STREAM);
    }

    @Test
    void the_check_lets_no_flipped_bit_and_no_lost_byte_pass() {
        for (Bytes frame : List.of(STABLE, PRICED)) {
            assertThat(FrameChecks.wrongWeightsFromFlippedBits(CasCodec::framer, CasCodec::decode, frame))
                    .isEmpty();
            FrameChecks.neverWrongWhenTheDamagedByteIsMissing(CasCodec::framer, CasCodec::decode, frame);
        }
    }

    /** The stream has no check: a digit that became another one is the second reading's business. */
    @Test
    void in_the_stream_a_flipped_bit_shows_only_in_the_number() {
        assertThat(FrameChecks.wrongWeightsFromFlippedBits(CasStreamCodec::framer, CasStreamCodec::decode, STREAM))
                .hasSizeLessThanOrEqualTo(32)
                .allMatch(ScaleAnswer.Weight.class::isInstance);
        FrameChecks.neverWrongWhenTheDamagedByteIsMissing(CasStreamCodec::framer, CasStreamCodec::decode, STREAM);
    }

    @Test
    void the_lines_of_the_stream_are_read() {
        assertThat(line(STREAM.toHex())).isEqualTo(new ScaleAnswer.Weight(1_250, true));
        assertThat(line("55 53 2C 47 53 2C 31 04 2C 20 20 20 31 2E 32 33 35 20 6B 67 0D 0A"))
                .isEqualTo(new ScaleAnswer.Moving());
        assertThat(line("4F 4C 2C 47 53 2C 31 04 2C 20 20 20 20 20 20 20 20 20 6B 67 0D 0A"))
                .isEqualTo(new ScaleAnswer.OverCapacity());
        assertThat(line(CasStreamCodec.encode("ST", -450).toHex())).isEqualTo(new ScaleAnswer.UnderZero());
        assertThat(line(CasStreamCodec.encode("ST", 1_250).toHex())).isEqualTo(new ScaleAnswer.Weight(1_250, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53 54 2C 4E 54 2C 31 42 2C 20 20 31 2E 32 35 30 20 6B 67 0D 0A", // 21 bytes
                "53 54 2C 4E 54 2C 31 42 2C 20 20 20 31 2C 32 35 30 20 6B 67 0D 0A", // comma
                "53 54 2C 4E 54 2C 31 42 2C 20 20 20 20 20 20 20 20 20 6B 67 0D 0A", // stable without a weight
                "0D 0A",
            })
    void any_other_line_is_unreadable(String hex) {
        assertThat(line(hex)).isInstanceOf(ScaleAnswer.Unreadable.class);
    }

    @Test
    void the_encoder_writes_the_blocks_of_the_sheet() {
        assertThat(CasCodec.encodeWeight(1_250, true)).isEqualTo(STABLE);
        assertThat(CasCodec.encodeWeight(-10, true))
                .isEqualTo(Bytes.hex("01 02 53 2D 30 30 2E 30 31 30 6B 67 6D 03 04"));
        assertThat(CasCodec.encodeOverload()).isEqualTo(Bytes.hex("01 02 53 46 46 46 46 46 46 46 6B 67 19 03 04"));
    }

    @Test
    void the_talk_is_enquiry_then_request_then_block() {
        CasDialect dialect = new CasDialect();
        assertThat(dialect.askWeight(0)).isEqualTo(Bytes.hex("05"));
        assertThat(dialect.feed(Bytes.hex("06"))).containsExactly(new ScaleTurn.Say(Bytes.hex("11")));
        assertThat(dialect.feed(STABLE)).containsExactly(new ScaleTurn.Answer(new ScaleAnswer.Weight(1_250, false)));
    }

    @Test
    void a_block_before_our_request_belongs_to_an_older_question() {
        CasDialect dialect = new CasDialect();
        dialect.askWeight(0);
        assertThat(dialect.feed(STABLE)).singleElement().isInstanceOf(ScaleTurn.OutOfTurn.class);
        dialect.feed(Bytes.hex("06"));
        assertThat(dialect.feed(Bytes.hex("06"))).singleElement().isInstanceOf(ScaleTurn.OutOfTurn.class);
    }

    @Test
    void a_scale_that_is_not_ready_or_garbled_is_asked_five_times() {
        CasDialect dialect = new CasDialect();
        dialect.askWeight(0);
        ScaleTurn.Say again = new ScaleTurn.Say(CasCodec.ENQ, CasDialect.NOT_READY_PAUSE);
        for (int i = 1; i < CasDialect.ENQUIRIES_MAX; i++) {
            assertThat(dialect.feed(CasCodec.NAK)).containsExactly(again);
        }
        assertThat(dialect.feed(CasCodec.NAK))
                .singleElement()
                .isInstanceOfSatisfying(
                        ScaleTurn.Answer.class,
                        turn -> assertThat(turn.answer()).isInstanceOf(ScaleAnswer.NotReady.class));
        dialect.askWeight(0);
        dialect.feed(CasCodec.ACK);
        assertThat(dialect.feed(Bytes.hex("01 02 53 20 30 31 2E 32 35 31 6B 67 67 03 04")))
                .containsExactly(again);
    }

    @Test
    void what_is_counted_and_is_no_block_is_looked_at_again() {
        assertThat(CasCodec.framer()
                        .feed(Bytes.hex("01 02 53 20 30").plus(STABLE).plus(STABLE)))
                .filteredOn(ScaleFrame.Whole.class::isInstance)
                .containsExactly(new ScaleFrame.Whole(STABLE), new ScaleFrame.Whole(STABLE));
    }
}
