package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.app.PinHash;
import org.samokasa.kiosk.lane.command.StaffCommand;

class PinDoorTest {
    private static final PinHash EXPECTED = PinHash.of("4719", "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));

    private final BlockingQueue<StaffCommand> lane = new LinkedBlockingQueue<>();

    private StaffCommand heard() throws InterruptedException {
        return lane.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void the_lane_hears_whether_it_was_right_and_never_the_pin() throws Exception {
        for (String pin : new String[] {"4719", "4718"}) {
            try (PinDoor door = PinDoor.of(Optional.of(EXPECTED), lane::add).orElseThrow()) {
                door.knock(pin);
                assertThat(heard()).isEqualTo(new StaffCommand.PinCompared(pin.equals("4719")));
            }
        }
    }

    @Test
    void a_lane_without_a_pin_has_no_door() {
        assertThat(PinDoor.of(Optional.empty(), lane::add)).isEmpty();
    }
}
