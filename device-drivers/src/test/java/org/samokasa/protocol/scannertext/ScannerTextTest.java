package org.samokasa.protocol.scannertext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;
import org.samokasa.protocol.scannertext.ScannerTextFramer.Frame;
import org.samokasa.protocol.scannertext.ScannerTextSession.Step;
import org.samokasa.protocol.scannertext.ScannerTextSettings.Terminator;

/** Vectors: protocol sheet scanner-serial, section 2. */
class ScannerTextTest {
    private static final ScannerTextSettings USUAL = ScannerTextSettings.USUAL;
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
    /** EAN-13 4006381333931, CR. */
    private static final Bytes EAN_13 = Bytes.hex("34 30 30 36 33 38 31 33 33 33 39 33 31 0D");
    /** ]d2 (01)05012345678900(10)AB12 GS (3103)001250, CR. */
    private static final Bytes GS1_DATA_MATRIX = Bytes.hex("5D 64 32 30 31 30 35 30 31 32 33 34 35 36 37 38 39 30 30 31"
            + "30 41 42 31 32 1D 33 31 30 33 30 30 31 32 35 30 0D");

    private static List<Frame> frames(ScannerTextSettings settings, Bytes stream) {
        return Split.everywhere(stream, () -> new ScannerTextFramer(settings)::feed);
    }

    private static Frame message(String text) {
        return new Frame.Message(Bytes.ascii(text));
    }

    @Test
    void messages_are_cut_at_the_terminator_wherever_the_chunks_end() {
        assertThat(frames(USUAL, EAN_13.plus(GS1_DATA_MATRIX)))
                .containsExactly(message("4006381333931"), message("]d20105012345678900" + "10AB12\u001D3103001250"));
    }

    @Test
    void cr_lf_ends_once_and_an_lf_alone_later_is_swallowed() {
        // ]E0 + EAN-13, CR LF
        Bytes stream = Bytes.hex("5D 45 30 34 30 30 36 33 38 31 33 33 33 39 33 31 0D 0A");
        assertThat(frames(USUAL.with(Terminator.CRLF), stream.plus(stream)))
                .containsExactly(message("]E04006381333931"), message("]E04006381333931"));
    }

    @Test
    void a_prefix_is_demanded_and_taken_off() {
        // STX, Datalogic id F, EAN-13, ETX
        ScannerTextSettings settings = USUAL.with(Bytes.of(2)).with(Terminator.ETX);
        Bytes stream = Bytes.hex("02 46 34 30 30 36 33 38 31 33 33 33 39 33 31 03");
        assertThat(frames(settings, stream)).containsExactly(message("F4006381333931"));
        assertThat(frames(settings, Bytes.hex("31 31").plus(stream))).containsExactly(message("F4006381333931"));
        assertThat(frames(settings, stream.slice(1, stream.size())))
                .singleElement()
                .isInstanceOf(Frame.Refused.class);
    }

    @Test
    void a_terminator_alone_is_no_message() {
        assertThat(frames(USUAL, Bytes.hex("0D 0D 0A 0D"))).isEmpty();
        assertThat(frames(USUAL.with(Bytes.of(2)), Bytes.hex("02 0D"))).isEmpty();
    }

    @Test
    void too_long_a_message_is_refused_once_and_the_next_one_is_read() {
        Bytes endless = Bytes.copyOf(new byte[10_000]);
        assertThat(frames(USUAL, endless.slice(0, 4_097).plus(Bytes.of(0x0D)).plus(EAN_13)))
                .satisfiesExactly(
                        frame -> assertThat(frame).isInstanceOf(Frame.Refused.class),
                        frame -> assertThat(frame).isEqualTo(message("4006381333931")));
        ScannerTextFramer framer = new ScannerTextFramer(USUAL);
        framer.feed(endless);
        assertThat(framer.discard().size()).isEqualTo(4_096);
    }

    @ParameterizedTest
    @EnumSource(Terminator.class)
    void what_the_encoder_makes_the_framer_reads(Terminator terminator) {
        ScannerTextSettings settings = USUAL.with(terminator).with(Bytes.ascii("S"));
        Bytes stream = ScannerTextCodec.encode("]E45018741" + "6", settings);
        assertThat(frames(settings, stream)).containsExactly(message("]E450187416"));
    }

    @Test
    void bytes_of_a_wrong_parity_setting_are_garbled() {
        // 7E1 scanner read as 8N1
        Bytes wrong = Bytes.hex("B4 30 30 36 33 B8 B1 33 33 33 39 33 B1 8D");
        assertThat(ScannerTextCodec.decode(wrong)).isInstanceOf(Decoded.Garbled.class);
        assertThat(ScannerTextCodec.decode(Bytes.hex("34 00"))).isInstanceOf(Decoded.Garbled.class);
        assertThat(ScannerTextCodec.decode(Bytes.hex("34 7F"))).isInstanceOf(Decoded.Garbled.class);
        assertThat(ScannerTextCodec.decode(Bytes.hex("34 01"))).isInstanceOf(Decoded.Garbled.class);
    }

    @Test
    void a_qr_code_may_hold_any_text_but_no_broken_one() {
        Bytes payload = Bytes.ascii("]Q1").plus(Bytes.hex("C5 82 C3 B3 C5 BC 0A"));
        assertThat(ScannerTextCodec.decode(payload)).isEqualTo(new Decoded.Label("]Q1łóż\n"));
        assertThat(ScannerTextCodec.decode(Bytes.ascii("]Q1").plus(Bytes.hex("C5"))))
                .isInstanceOf(Decoded.Garbled.class);
        assertThat(ScannerTextCodec.decode(Bytes.ascii("]E0").plus(Bytes.hex("C5 82"))))
                .isInstanceOf(Decoded.Garbled.class);
    }

    @Test
    void a_flipped_bit_never_breaks_the_reading_of_the_next_message() {
        for (Bytes flipped : Split.flipped(EAN_13)) {
            List<Frame> frames = new ScannerTextFramer(USUAL).feed(flipped.plus(EAN_13));
            assertThat(frames).hasSizeBetween(1, 3);
            Frame last = frames.get(frames.size() - 1);
            // Only the lost terminator joins the two messages; the reader of the text refuses the 27 digits.
            boolean terminatorLost = flipped.at(13) != 0x0D;
            assertThat(last.equals(message("4006381333931"))).isEqualTo(!terminatorLost);
        }
    }

    @Test
    void half_a_message_is_thrown_away_after_the_gap_and_never_delivered() {
        ScannerTextSession session = new ScannerTextSession(USUAL);
        session.opened();
        assertThat(session.received(Bytes.ascii("40063813"), NOW)).isEmpty();
        assertThat(session.nextDue()).contains(NOW.plusMillis(200));
        assertThat(session.poll(NOW.plusMillis(199))).isEmpty();
        assertThat(session.poll(NOW.plusMillis(200)))
                .containsExactly(new Step.Unreadable("the message stopped after 8 bytes"));
        assertThat(session.received(EAN_13, NOW.plusMillis(300))).containsExactly(new Step.Label("4006381333931"));
    }

    @Test
    void a_gap_that_nobody_polled_still_separates() {
        ScannerTextSession session = new ScannerTextSession(USUAL);
        session.opened();
        session.received(Bytes.ascii("40063813"), NOW);
        assertThat(session.received(EAN_13, NOW.plusSeconds(2)))
                .containsExactly(
                        new Step.Unreadable("the message stopped after 8 bytes"), new Step.Label("4006381333931"));
    }

    @Test
    void three_garbled_messages_in_a_row_doubt_the_settings_until_a_good_one() {
        ScannerTextSession session = new ScannerTextSession(USUAL);
        session.opened();
        Bytes bad = Bytes.hex("B4 30 0D");
        assertThat(session.received(bad.plus(bad).plus(EAN_13), NOW)).hasSize(3);
        assertThat(session.received(bad.plus(bad).plus(bad), NOW))
                .filteredOn(step -> step instanceof Step.SettingsDoubtful)
                .hasSize(1);
        assertThat(session.received(bad, NOW)).hasSize(1);
        assertThat(session.received(EAN_13, NOW))
                .containsExactly(new Step.SettingsFine(), new Step.Label("4006381333931"));
    }

    @Test
    void garbage_whose_terminator_is_unreadable_too_counts_as_garbled() {
        ScannerTextSession session = new ScannerTextSession(USUAL);
        session.opened();
        Instant at = NOW;
        List<Step> steps = List.of();
        for (int i = 0; i < 3; i++) {
            session.received(Bytes.hex("B4 30 8D"), at);
            at = at.plus(Duration.ofMillis(250));
            steps = session.poll(at);
        }
        assertThat(steps).anyMatch(step -> step instanceof Step.SettingsDoubtful);
    }

    @Test
    void settings_without_a_limit_are_refused() {
        assertThatThrownBy(() -> new ScannerTextSettings(
                        Bytes.EMPTY, Terminator.CR, 0, Duration.ofMillis(200), HostCommands.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
