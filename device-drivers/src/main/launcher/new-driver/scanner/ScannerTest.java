package org.samokasa.driver.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner.Signal;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.@package@.@Name@Codec;

/** Bytes: those of @Name@CodecTest. */
class @Name@ScannerTest {
    private static final Bytes LABEL = @Name@Codec.encode("]E04006381333931").orElseThrow();

    private final DriverBench<@Name@Scanner> bench = new DriverBench<>(@Name@Scanner::new);

    @Test
    void tells_each_label_and_half_of_one_as_unreadable_after_a_while() {
        bench.connected();
        bench.says(LABEL.plus(LABEL));
        bench.says(LABEL.slice(0, 6));
        bench.advance(@Name@Scanner.PIECE_LIMIT);
        bench.says(LABEL);
        assertThat(bench.toldBesidesHealth())
                .satisfiesExactly(
                        first -> assertThat(((ScannerEvent.Scanned) first).text()).isEqualTo("]E04006381333931"),
                        second -> assertThat(second).isInstanceOf(ScannerEvent.Scanned.class),
                        half -> assertThat(half).isInstanceOf(ScannerEvent.Unreadable.class),
                        last -> assertThat(last).isInstanceOf(ScannerEvent.Scanned.class));
    }

    @Test
    void half_a_label_does_not_survive_a_pulled_plug_and_disabling_does() {
        bench.connected();
        bench.device.enable(false);
        bench.says(LABEL.slice(0, 6));
        bench.forgetTold();
        bench.machine.hangUp("unplugged");
        bench.advanceMillis(1_000);
        assertThat(bench.heard()).isEqualTo(@Name@Codec.DISABLE);
        bench.says(LABEL.slice(6, LABEL.size()));
        assertThat(bench.toldBesidesHealth()).isEmpty();
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.closeAndCheck();
    }

    @Test
    void beeps_for_what_was_taken_and_otherwise() {
        bench.connected();
        bench.heard();
        bench.device.signal(Signal.TAKEN);
        bench.device.signal(Signal.REFUSED);
        assertThat(bench.heard()).isEqualTo(@Name@Codec.GOOD_BEEP.plus(@Name@Codec.BAD_BEEP));
    }
}
