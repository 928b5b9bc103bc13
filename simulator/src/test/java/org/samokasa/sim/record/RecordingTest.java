package org.samokasa.sim.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.record.Recording.Moment;
import org.samokasa.sim.record.Recording.What;

class RecordingTest {
    @Test
    void is_written_and_read_again() {
        Recording recording = new Recording(
                "scale",
                List.of(
                        new Moment(Duration.ZERO, What.OPENED, Bytes.EMPTY),
                        new Moment(Duration.ofNanos(1_200_000), What.SHOP, Bytes.of(0x57)),
                        new Moment(Duration.ofMillis(61), What.MACHINE, Bytes.of(0x02, 0x30, 0x0D)),
                        new Moment(Duration.ofSeconds(9), What.LOST, Bytes.EMPTY)));
        assertThat(recording.lines())
                .containsExactly(
                        "samokasa recording 1 scale",
                        "0.000000 opened",
                        "0.001200 shop 57",
                        "0.061000 machine 02 30 0D",
                        "9.000000 lost");
        assertThat(Recording.parse(recording.lines())).isEqualTo(recording);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5 shop, line 3",
        "0.5 machine 0, line 3",
        "0.5 opened 57, line 3",
        "0.5 said 57, line 3",
        "half shop 57, line 3",
        "0.1 lost, line 3: is earlier"
    })
    void names_the_line_that_is_wrong(String line, String complaint) {
        assertThatThrownBy(() -> Recording.parse(List.of("samokasa recording 1 scale", "0.2 opened", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void is_nothing_without_its_head() {
        assertThatThrownBy(() -> Recording.parse(List.of("0.2 opened"))).hasMessageContaining("line 1");
    }
}
