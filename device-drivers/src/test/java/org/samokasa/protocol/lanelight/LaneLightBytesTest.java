package org.samokasa.protocol.lanelight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.lanelight.PatliteTower.Lamp;

/** Vectors: protocol sheet lane-light, sections 2 and 3; Patlite NHL user manual, section 3.5. */
class LaneLightBytesTest {
    @ParameterizedTest
    @CsvSource({"1, true, A0 01 01 A2", "1, false, A0 01 00 A1", "2, true, A0 02 01 A3", "3, true, A0 03 01 A4"})
    void a_relay_command_has_the_bytes_of_the_sheet(int channel, boolean on, String hex) {
        assertThat(LcusRelay.set(channel, on)).isEqualTo(Bytes.hex(hex));
        assertThat(LcusRelay.read(Bytes.hex(hex))).contains(new LcusRelay.Command(channel, on));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A0 02 01 A2", "A0 02 01", "AA 01 01 AC", "A0 01 05 A6"})
    void a_command_with_a_wrong_sum_start_or_state_is_none(String hex) {
        assertThat(LcusRelay.read(Bytes.hex(hex))).isEmpty();
    }

    @Test
    void a_channel_no_board_has_is_refused() {
        assertThatThrownBy(() -> LcusRelay.set(9, true)).hasMessageContaining("1 to 8");
    }

    @ParameterizedTest
    @CsvSource({
        "ON, BLINKING, ON, 57 45", // the manual's example without its buzzer: 55 has bit 4 besides
        "OFF, OFF, BLINKING, 57 20",
        "ON, OFF, OFF, 57 04",
        "OFF, OFF, OFF, 57 00",
    })
    void a_tower_is_written_with_one_byte(Lamp green, Lamp amber, Lamp red, String hex) {
        Bytes bytes = PatliteTower.write(green, amber, red);
        assertThat(bytes).isEqualTo(Bytes.hex(hex));
        assertThat(PatliteTower.read(bytes.at(1))).containsExactly(green, amber, red);
    }

    @Test
    void answers_are_found_over_any_split_and_behind_noise() {
        Bytes stream = Bytes.ascii("xAACKNAK");
        for (int cut = 0; cut <= stream.size(); cut++) {
            PatliteTower.Answers answers = new PatliteTower.Answers();
            answers.feed(stream.slice(0, cut));
            var rest = answers.feed(stream.slice(cut, stream.size()));
            assertThat(rest)
                    .isEqualTo(cut == stream.size() ? java.util.Optional.empty() : java.util.Optional.of(false));
        }
        assertThat(new PatliteTower.Answers().feed(Bytes.ascii("AC"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, FF 01 00 00 00 00 00 00",
        "1, false, FD 01 00 00 00 00 00 00",
        "8, true, FF 08 00 00 00 00 00 00",
    })
    void a_usb_relay_is_switched_with_eight_bytes_with_or_without_an_id(int channel, boolean on, String hex) {
        UsbRelay.Command command = new UsbRelay.Command(channel, on);
        assertThat(UsbRelay.set(channel, on)).isEqualTo(Bytes.hex(hex));
        assertThat(UsbRelay.read(Bytes.hex(hex))).contains(command);
        assertThat(UsbRelay.read(Bytes.hex("00" + hex))).contains(command);
    }

    @ParameterizedTest
    @CsvSource({"FE 00 00 00 00 00 00 00, true", "00 FC 00 00 00 00 00 00 00, false"})
    void all_usb_relays_are_switched_at_once(String hex, boolean on) {
        assertThat(UsbRelay.read(Bytes.hex(hex))).contains(new UsbRelay.Command(0, on));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FF 01", "FF 00 00 00 00 00 00 00", "FF 09 00 00 00 00 00 00", "01 FF 01 00 00 00 00 00 00", ""})
    void what_is_no_usb_relay_command_switches_nothing(String hex) {
        assertThat(UsbRelay.read(Bytes.hex(hex))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4C 41 4E 45 37 00 00 05", "00 4C 41 4E 45 37 00 00 05"})
    void the_state_of_a_usb_relay_board_is_read_with_or_without_an_id(String hex) {
        UsbRelay.State state = UsbRelay.state(Bytes.hex(hex)).orElseThrow();
        assertThat(state.serial()).isEqualTo("LANE7");
        assertThat(java.util.stream.IntStream.rangeClosed(1, 8).filter(state::isOn))
                .containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4C 41 4E", "4C 41 4E 45 80 00 00 05", "01 4C 41 4E 45 37 00 00 05"})
    void a_state_that_is_cut_or_no_text_is_none(String hex) {
        assertThat(UsbRelay.state(Bytes.hex(hex))).isEmpty();
    }
}
