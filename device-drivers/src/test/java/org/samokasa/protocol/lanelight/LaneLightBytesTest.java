package org.samokasa.protocol.lanelight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.lanelight.PatliteTower.Lamp;

/** Vectors: protocol sheet lane-light, section 2; Patlite NHL user manual, section 3.5. */
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
}
