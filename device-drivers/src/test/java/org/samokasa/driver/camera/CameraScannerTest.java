package org.samokasa.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.greyframe.GreyFrame;
import org.samokasa.transport.MemoryLink;

/** A camera scanner on a wire in memory, ten frames a second of virtual time. */
class CameraScannerTest {
    private static final GreyFrame MILK = Drawn.frame(Drawn.ean13("590123412345"), 3, 12);
    private static final GreyFrame BEER = Drawn.frame(Drawn.ean13("590000000004"), 3, 0);
    private static final GreyFrame LINK = Drawn.frame(Drawn.qr("https://x.example/01/05901234123457/10/L1"), 5, 0);

    private final MemoryLink link = new MemoryLink("camera");
    private final CameraScanner camera = new CameraScanner(new DeviceName("scanner"), link, new CodeReader(false));
    private final List<String> scanned = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");

    CameraScannerTest() {
        link.farEnd().connect();
        poll();
    }

    private void poll() {
        for (DeviceEvent event : camera.poll(now)) {
            if (event instanceof ScannerEvent.Scanned scan) {
                scanned.add(scan.text());
            }
        }
    }

    private void show(GreyFrame frame, int frames) {
        for (int i = 0; i < frames; i++) {
            link.farEnd().send(Drawn.pgm(frame));
            now = now.plusMillis(100);
            poll();
        }
    }

    @Test
    void one_frame_is_not_believed_and_two_are_told_once() {
        show(MILK, 1);
        assertThat(scanned).isEmpty();
        show(MILK, 20);
        assertThat(scanned).containsExactly("]E05901234123457");
        assertThat(camera.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void a_code_that_was_taken_away_and_comes_back_is_another_piece() {
        show(MILK, 3);
        show(Drawn.empty(), 5);
        show(MILK, 3);
        assertThat(scanned).as("half a second is a shaking hand").hasSize(1);
        show(Drawn.empty(), 13);
        show(MILK, 3);
        show(BEER, 3);
        assertThat(scanned).containsExactly("]E05901234123457", "]E05901234123457", "]E05900000000046");
    }

    @Test
    void bars_and_square_of_one_pack_are_one_piece() {
        show(MILK, 3);
        show(LINK, 5);
        assertThat(scanned).containsExactly("]E05901234123457");
    }

    @Test
    void a_disabled_reader_reads_nothing() {
        camera.enable(false);
        show(MILK, 5);
        camera.enable(true);
        assertThat(scanned).isEmpty();
        show(MILK, 2);
        assertThat(scanned).hasSize(1);
    }

    @Test
    void a_program_that_sends_something_else_is_told_and_a_lost_one_too() {
        link.farEnd().send(Bytes.ascii("/dev/video0: No such file or directory ....."));
        poll();
        assertThat(camera.health()).isInstanceOf(Health.Degraded.class);
        show(MILK, 2);
        assertThat(camera.health()).isInstanceOf(Health.Up.class);
        link.farEnd().disconnect("pulled");
        poll();
        assertThat(camera.health()).isInstanceOf(Health.Down.class);
    }
}
