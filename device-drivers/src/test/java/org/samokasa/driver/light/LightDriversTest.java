package org.samokasa.driver.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.Light.Lamp;
import org.samokasa.devices.Light.Pattern;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.lanelight.UsbRelay;

/** Bytes: protocol sheet lane-light, sections 2 and 3; Patlite NHL user manual, section 3.5. */
class LightDriversTest {
    private static final Pattern GREEN = new Pattern(Lamp.ON, Lamp.OFF, Lamp.OFF);
    private static final Pattern CALLING = new Pattern(Lamp.OFF, Lamp.OFF, Lamp.BLINKING);
    private static final String GREEN_BYTES = "A0 03 01 A4 A0 02 00 A2 A0 01 00 A1";
    private static final String DARK_BYTES = "A0 03 00 A3 A0 02 00 A2 A0 01 00 A1";

    private final DriverBench<RelayLight> board =
            new DriverBench<>((name, link) -> RelayLight.lcus(name, link, List.of(3, 2, 1)));
    private final DriverBench<PatliteLight> tower = new DriverBench<>(PatliteLight::new);

    private static Health.Cause cause(Health health) {
        return health instanceof Health.Down down ? down.cause() : ((Health.Degraded) health).cause();
    }

    @Test
    void a_board_gets_the_whole_state_with_pauses_and_again_every_ten_seconds() {
        board.device.show(GREEN);
        board.connected();
        assertThat(board.heard()).isEqualTo(Bytes.hex("A0 03 01 A4"));
        board.advanceMillis(60);
        assertThat(board.heard()).isEqualTo(Bytes.hex("A0 02 00 A2 A0 01 00 A1"));
        board.advanceMillis(9_900);
        assertThat(board.heard()).isEqualTo(Bytes.EMPTY);
        board.advanceMillis(200);
        assertThat(board.heard()).isEqualTo(Bytes.hex(GREEN_BYTES));
    }

    @Test
    void nobody_claims_to_know_what_a_silent_board_does() {
        board.connected();
        assertThat(board.device.health())
                .isInstanceOfSatisfying(
                        Health.Degraded.class,
                        health -> assertThat(health.detail()).startsWith("write-only"));
        board.says("A0 01 01 A2 FF 00");
        assertThat(board.device.health()).isInstanceOf(Health.Degraded.class);
    }

    @Test
    void a_relay_blinks_for_half_a_minute_and_then_stays_on() {
        board.connected();
        board.advanceMillis(1_000);
        board.heard();
        board.device.show(CALLING);
        board.advanceMillis(30_000);
        String blinking = board.heard().toHex();
        assertThat(blinking.split("A0 01 01 A2", -1).length - 1).isBetween(29, 33);
        assertThat(blinking.split("A0 01 00 A1", -1).length - 1).isBetween(28, 31);
        board.advanceMillis(2_000);
        board.heard();
        board.advanceMillis(60_000);
        assertThat(board.heard().toHex()).contains("A0 01 01 A2").doesNotContain("A0 01 00 A1");
    }

    @Test
    void after_a_replug_the_board_shows_what_it_should() {
        board.device.show(GREEN);
        board.connected();
        board.advanceMillis(1_000);
        board.machine.disconnect("unplugged");
        board.advanceMillis(0);
        assertThat(cause(board.device.health())).isEqualTo(Health.Cause.NOT_CONNECTED);
        board.heard();
        board.connected();
        board.advanceMillis(100);
        assertThat(board.heard()).isEqualTo(Bytes.hex(GREEN_BYTES));
    }

    @Test
    void lamps_are_switched_off_at_the_end() {
        board.device.show(GREEN);
        board.connected();
        board.advanceMillis(1_000);
        board.heard();
        board.device.close();
        assertThat(board.heard()).isEqualTo(Bytes.hex(DARK_BYTES));
    }

    @Test
    void a_usb_board_gets_the_same_in_reports_and_a_stranger_with_its_id_gets_nothing() {
        DriverBench<RelayLight> usb = new DriverBench<>((name, link) -> RelayLight.usb(name, link, List.of(3, 2, 1)));
        usb.device.show(GREEN);
        usb.machine.describe(UsbRelay.DESCRIPTOR);
        usb.connected();
        usb.advanceMillis(100);
        assertThat(usb.heard())
                .isEqualTo(Bytes.hex("FF 03 00 00 00 00 00 00 FD 02 00 00 00 00 00 00 FD 01 00 00 00 00 00 00"));
        assertThat(usb.device.health()).isInstanceOf(Health.Degraded.class);

        DriverBench<RelayLight> keyboard =
                new DriverBench<>((name, link) -> RelayLight.usb(name, link, List.of(3, 2, 1)));
        keyboard.machine.describe(Bytes.hex("05 01 09 06 A1 01 15 00 25 01 75 08 95 08 09 00 81 02 C0"));
        keyboard.connected();
        keyboard.device.show(GREEN);
        keyboard.advanceMillis(60_000);
        keyboard.device.close();
        assertThat(keyboard.heard()).isEqualTo(Bytes.EMPTY);
        assertThat(cause(keyboard.device.health())).isEqualTo(Health.Cause.SETTINGS);
    }

    @Test
    void two_lamps_on_one_relay_are_refused() {
        assertThatThrownBy(() -> new DriverBench<>((name, link) -> RelayLight.lcus(name, link, List.of(1, 1, 2))))
                .hasMessageContaining("three different channels");
    }

    @Test
    void a_tower_confirms_and_is_up_refuses_and_is_degraded() {
        tower.device.show(CALLING);
        tower.connected();
        assertThat(tower.device.health()).isInstanceOf(Health.Starting.class);
        assertThat(tower.heard()).isEqualTo(Bytes.hex("57 20"));
        tower.says(Bytes.ascii("AC"));
        tower.says(Bytes.ascii("K"));
        assertThat(tower.device.health()).isInstanceOf(Health.Up.class);
        tower.device.show(GREEN);
        tower.advanceMillis(0);
        assertThat(tower.heard()).isEqualTo(Bytes.hex("57 04"));
        tower.says(Bytes.ascii("NAK"));
        assertThat(cause(tower.device.health())).isEqualTo(Health.Cause.SETTINGS);
    }

    @Test
    void a_silent_tower_is_down_and_comes_back() {
        tower.connected();
        tower.advanceMillis(5_000);
        assertThat(cause(tower.device.health())).isEqualTo(Health.Cause.NO_ANSWER);
        // Asked every two seconds now, the last time at 14 s.
        tower.advanceMillis(9_500);
        tower.says(Bytes.ascii("ACK"));
        assertThat(tower.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void an_answer_nobody_waits_for_says_nothing() {
        tower.says(Bytes.ascii("ACK"));
        assertThat(tower.device.health()).isInstanceOf(Health.Starting.class);
    }
}
