package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

class WireLogTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private final WireLog log = new WireLog();
    private final MemoryLink wire = new MemoryLink("scale");
    private final LoggedLink link = new LoggedLink(wire, log, () -> WireMask.PLAIN);

    private void open() {
        wire.farEnd().connect();
        link.poll(START);
    }

    @Test
    void both_directions_are_kept_newest_first_and_pass_unchanged() {
        open();
        link.send(Bytes.ascii("W"));
        wire.farEnd().send(Bytes.ascii("0785"));
        List<LinkEvent> events = link.poll(START.plusMillis(40));
        assertThat(events).containsExactly(new LinkEvent.Received(Bytes.ascii("0785")));
        assertThat(wire.farEnd().take()).isEqualTo(Bytes.ascii("W"));
        assertThat(log.newest())
                .containsExactly(
                        new WireLog.Entry(START.plusMillis(40), false, 4, Bytes.ascii("0785")),
                        new WireLog.Entry(START, true, 1, Bytes.ascii("W")));
    }

    @Test
    void pieces_of_one_message_are_one_entry_and_a_pause_begins_another() {
        log.saw(START, false, 2, Bytes.ascii("AB"));
        log.saw(START.plusMillis(60), false, 1, Bytes.ascii("C"));
        log.saw(START.plusMillis(161), false, 1, Bytes.ascii("D"));
        assertThat(log.newest()).extracting(WireLog.Entry::kept).containsExactly(Bytes.ascii("D"), Bytes.ascii("ABC"));
    }

    @Test
    void its_memory_is_bounded_in_entries_and_in_bytes() {
        for (int i = 0; i < 1_000; i++) {
            log.saw(START.plusSeconds(i), i % 2 == 0, 5_000, Bytes.copyOf(new byte[5_000]));
        }
        assertThat(log.newest()).hasSize(WireLog.ENTRIES_MAX).allSatisfy(entry -> {
            assertThat(entry.kept().size()).isEqualTo(WireLog.BYTES_MAX);
            assertThat(entry.size()).isEqualTo(5_000);
        });
        assertThat(log.newest().get(0).at()).isEqualTo(START.plusSeconds(999));
    }

    @Test
    void what_did_not_leave_is_not_in_it() {
        assertThat(link.send(Bytes.ascii("W"))).isFalse();
        assertThat(log.newest()).isEmpty();
    }

    @Test
    void sizes_alone_keep_no_byte() {
        LoggedLink secret = new LoggedLink(wire, log, () -> WireMask.SIZES);
        wire.farEnd().connect();
        secret.poll(START);
        secret.send(Bytes.ascii("4761739001010119"));
        assertThat(log.newest()).containsExactly(new WireLog.Entry(START, true, 16, Bytes.EMPTY));
    }
}
