package org.samokasa.protocol.ssi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;
import org.samokasa.protocol.ssi.SsiFramer.Frame;

/** Vectors: protocol sheet scanner-serial, section 9.4. */
class SsiCodecTest {
    private static final Bytes EAN_13 = Bytes.hex("12 F3 00 00 0B 34 30 30 36 33 38 31 33 33 33 39 33 31 FC 54");
    private static final Bytes ACK = Bytes.hex("04 D0 00 00 FF 2C");

    private static List<Frame> frames(Bytes stream) {
        return new SsiFramer(SsiPacket.DECODER).feed(stream);
    }

    private static List<SsiPacket> packets(Bytes stream) {
        List<SsiPacket> packets = new ArrayList<>();
        for (Frame frame : frames(stream)) {
            if (frame instanceof Frame.Whole whole) {
                packets.add(whole.packet());
            }
        }
        return packets;
    }

    private static SsiPacket only(Bytes bytes) {
        assertThat(packets(bytes)).hasSize(1);
        return packets(bytes).get(0);
    }

    @Test
    void the_packets_of_the_host_are_written() {
        assertThat(SsiPacket.ofHost(SsiOpcode.SCAN_ENABLE).encode()).isEqualTo(Bytes.hex("04 E9 04 00 FF 0F"));
        assertThat(SsiPacket.ofHost(SsiOpcode.CMD_ACK).encode()).isEqualTo(Bytes.hex("04 D0 04 00 FF 28"));
        assertThat(SsiPacket.ofHost(SsiOpcode.CMD_NAK, 1).encode()).isEqualTo(Bytes.hex("05 D1 04 00 01 FF 25"));
        assertThat(SsiPacket.ofHost(SsiOpcode.BEEP, 0x12).encode()).isEqualTo(Bytes.hex("05 E6 04 00 12 FE FF"));
        assertThat(SsiPacket.ofHost(SsiOpcode.PARAM_SEND, 0xFF, 0x9B, 0x14).encode())
                .isEqualTo(Bytes.hex("07 C6 04 00 FF 9B 14 FD 81"));
        assertThat(new SsiPacket(SsiOpcode.PARAM_SEND, SsiPacket.HOST, SsiPacket.PERMANENT, Bytes.hex("FF EE 01"))
                        .encode())
                .isEqualTo(Bytes.hex("07 C6 04 08 FF EE 01 FD 39"));
    }

    @Test
    void the_packets_of_the_reader_are_read() {
        SsiPacket label = only(EAN_13);
        assertThat(label.opcode()).isEqualTo(SsiOpcode.DECODE_DATA);
        assertThat(label.data().at(0)).isEqualTo(SsiCodes.EAN_13);
        assertThat(label.isAgain()).isFalse();
        SsiPacket again = only(Bytes.hex("12 F3 00 01 0B 34 30 30 36 33 38 31 33 33 33 39 33 31 FC 53"));
        assertThat(again).isEqualTo(label.again());
        assertThat(only(ACK).opcode()).isEqualTo(SsiOpcode.CMD_ACK);
        assertThat(only(Bytes.hex("05 D1 00 00 06 FF 24")).data()).isEqualTo(Bytes.of(6));
        assertThat(only(Bytes.hex("11 F3 00 02 1C 68 74 74 70 73 3A 2F 2F 65 2E 78 2F FA D9"))
                        .hasMore())
                .isTrue();
        assertThat(only(Bytes.hex("07 F3 00 00 1C 71 37 FE 42")).hasMore()).isFalse();
    }

    @Test
    void the_last_digit_damaged_shows_in_the_sum() {
        assertThat(frames(Bytes.hex("12 F3 00 00 0B 34 30 30 36 33 38 31 33 33 33 39 33 32 FC 54")))
                .first()
                .isInstanceOfSatisfying(
                        Frame.Damaged.class,
                        damaged -> assertThat(damaged.why()).contains("off by 0001"));
    }

    @Test
    void packets_are_found_wherever_the_chunks_end_and_after_rubbish() {
        assertThat(Split.everywhere(EAN_13.plus(ACK), () -> new SsiFramer(SsiPacket.DECODER)::feed))
                .hasSize(2);
        for (Bytes rubbish : List.of(Bytes.hex("00 00 00"), Bytes.ascii("4006381333931\r"), EAN_13.slice(1, 20))) {
            assertThat(packets(rubbish.plus(EAN_13).plus(ACK)))
                    .as(rubbish.toHex())
                    .containsExactly(only(EAN_13), only(ACK));
        }
        // A beginning that lost its end swallows nothing: one byte is dropped, and the rest is looked at again.
        SsiFramer framer = new SsiFramer(SsiPacket.DECODER);
        framer.feed(EAN_13.slice(0, 8));
        List<Frame> frames = new ArrayList<>(framer.feed(EAN_13.plus(ACK)));
        assertThat(frames).contains(new Frame.Whole(only(EAN_13)), new Frame.Whole(only(ACK)));
    }

    @Test
    void no_flipped_bit_passes_the_sum() {
        for (Bytes flipped : Split.flipped(EAN_13)) {
            SsiFramer framer = new SsiFramer(SsiPacket.DECODER);
            List<Frame> frames = new ArrayList<>(framer.feed(flipped));
            for (int i = 0; i < 300; i++) {
                frames.addAll(framer.giveUpFirst());
            }
            assertThat(frames).as(flipped.toHex()).noneMatch(Frame.Whole.class::isInstance);
        }
    }

    @Test
    void four_kilobytes_of_rubbish_are_dropped_and_the_longest_packet_is_read() {
        SsiFramer framer = new SsiFramer(SsiPacket.DECODER);
        framer.feed(Bytes.ascii("x".repeat(4_096)));
        Bytes longest = SsiPacket.ofDecoder(SsiOpcode.DECODE_DATA, 0, Bytes.ascii("\u0003" + "A".repeat(250)))
                .encode();
        assertThat(longest.size()).isEqualTo(257);
        assertThat(framer.feed(longest)).last().isInstanceOf(Frame.Whole.class);
        assertThatThrownBy(() -> SsiPacket.ofDecoder(SsiOpcode.DECODE_DATA, 0, Bytes.ascii("A".repeat(252))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0B, 4006381333931, ]E04006381333931",
        "0A, 50187416, ]E450187416",
        "08, 072036001238, ]E00072036001238",
        "08, 07203600123, ]E00072036001238",
        "09, 01234565, ]E00012345000065",
        "4B, 400638133393112, ]E3400638133393112",
        "8B, 400638133393112345, ]E3400638133393112345",
        "0F, 0105012345678900, ]C10105012345678900",
        "30, 0105012345678900, ]e00105012345678900",
        "06, 05012345678900, ]I005012345678900",
        "1C, https://e.x/q7, ]Q1https://e.x/q7",
        "23, 0105012345678900, ]X00105012345678900", // a type that the list does not know is told, not dropped
        "0B, ]E04006381333931, ]E04006381333931", // the reader adds AIM identifiers itself
    })
    void code_types_become_aim_identifiers(String type, String data, String text) {
        assertThat(SsiCodes.decode(Integer.parseInt(type, 16), Bytes.ascii(data)))
                .isEqualTo(new Decoded.Label(text));
        assertThat(SsiCodes.decode(Integer.parseInt(type, 16), Bytes.ascii(data + "\r\n")))
                .isEqualTo(new Decoded.Label(text));
    }

    @ParameterizedTest
    @CsvSource({"0B, 400638133393", "0A, 5018741", "0B, 40063813339x1", "4B, 12", "08, 4006381333931"})
    void numbers_of_the_wrong_length_are_refused(String type, String data) {
        assertThat(SsiCodes.decode(Integer.parseInt(type, 16), Bytes.ascii(data)))
                .isInstanceOf(Decoded.Garbled.class);
    }

    @Test
    void a_separator_stays_in_the_text() {
        Bytes packet = Bytes.hex("26 F3 00 00 0F 30 31 30 35 30 31 32 33 34 35 36 37 38 39 30 30 31 30 41 42 31 32 1D"
                + "33 31 30 33 30 30 31 32 35 30 F8 52");
        SsiPacket label = only(packet);
        assertThat(SsiCodes.decode(0x0F, label.data().slice(1, label.data().size())))
                .isEqualTo(new Decoded.Label("]C1010501234567890010AB12\u001D3103001250"));
    }
}
