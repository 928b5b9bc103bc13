package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.protocol.Bytes;

/** Over a real child process and a real folder. */
@Timeout(120)
class CameraLineTest {
    private static final byte[] FRAME = Bytes.ascii("P5\n2 2\n255\nabcd").toArray();

    @TempDir
    Path folder;

    @Test
    void pictures_of_a_child_process_arrive_and_its_end_is_a_lost_wire() throws Exception {
        Path frame = Files.write(folder.resolve("frame.pgm"), FRAME);
        Path program = Files.writeString(
                folder.resolve("program"),
                "#!/bin/sh\necho \"$@\" >> " + folder + "/asked\ncat " + frame + " " + frame + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        DeviceAddress address = DeviceAddress.parse("camera:/dev/video9?size=640x480&fps=5&program=" + program);
        try (LinkWatcher watcher = new LinkWatcher(Links.open(address))) {
            watcher.next(LinkEvent.Opened.class);
            assertThat(watcher.bytes(2 * FRAME.length).size()).isEqualTo(2 * FRAME.length);
            assertThat(watcher.next(LinkEvent.Lost.class).why()).contains("/dev/video9 ended");
        }
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("-f v4l2")
                .contains("-video_size 640x480 -i /dev/video9")
                .contains("-framerate 5");
    }

    @Test
    void a_missing_program_is_told_and_not_thrown() throws Exception {
        DeviceAddress address = DeviceAddress.parse("camera:/dev/video9?program=" + folder + "/missing");
        try (LinkWatcher watcher = new LinkWatcher(Links.open(address))) {
            assertThat(watcher.next(LinkEvent.Unavailable.class).why()).contains("missing");
        }
    }

    @Test
    void a_picture_put_into_a_folder_is_shown_and_older_ones_are_not() throws Exception {
        Files.write(folder.resolve("old.pgm"), FRAME);
        try (LinkWatcher watcher = new LinkWatcher(Links.open(DeviceAddress.parse("folder:" + folder)))) {
            watcher.next(LinkEvent.Opened.class);
            byte[] fresh = Bytes.ascii("P5\n2 2\n255\nefgh").toArray();
            Files.write(folder.resolve("new.pgm"), fresh);
            assertThat(watcher.bytes(fresh.length)).isEqualTo(Bytes.copyOf(fresh));
        }
    }
}
