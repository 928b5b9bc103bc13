package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.BlockSession.Out;

/** The sheet on ZVT, sections 1.4 to 1.6 and F42. */
class BlockSessionTest {
    private static final Bytes COMMAND = Bytes.hex("06 B0 00");
    private static final Bytes OK = Bytes.hex("80 00 00");
    private static final Bytes STATUS = Bytes.hex("04 FF 01 04");

    private final BlockSession session = new BlockSession();
    private Instant now = Instant.parse("2031-11-06T13:10:00Z");

    private List<Out> hear(String hex) {
        return session.received(Bytes.hex(hex), now);
    }

    private List<Out> hear(Bytes message) {
        return session.received(BlockReceiver.block(message), now);
    }

    private static Out write(String hex) {
        return new Out.Write(Bytes.hex(hex));
    }

    private static Out block(Bytes message) {
        return new Out.Write(BlockReceiver.block(message));
    }

    @Test
    void one_block_at_a_time() {
        assertThat(session.send(COMMAND, now)).containsExactly(block(COMMAND));
        assertThat(session.send(OK, now)).isEmpty();
        assertThat(hear("06")).containsExactly(block(OK));
        assertThat(hear("06")).isEmpty();
    }

    @Test
    void refused_or_unheard_it_is_sent_three_times_and_no_more() {
        List<Out> all = new ArrayList<>(session.send(COMMAND, now));
        all.addAll(hear("15"));
        now = now.plus(ZvtTimes.BLOCK_ACK);
        all.addAll(session.poll(now));
        now = now.plus(ZvtTimes.BLOCK_ACK);
        assertThat(all).containsExactly(block(COMMAND), block(COMMAND), block(COMMAND));
        assertThat(session.poll(now)).singleElement().isInstanceOf(Out.Failed.class);
        assertThat(session.nextDue()).isEmpty();
    }

    @Test
    void a_block_that_comes_again_before_our_answer_got_through_is_not_taken_twice() {
        assertThat(hear(STATUS)).containsExactly(write("06"), new Out.Deliver(STATUS));
        assertThat(hear(STATUS)).containsExactly(write("06"));
        session.send(OK, now);
        assertThat(hear(STATUS)).containsExactly(write("06"), block(OK));
        hear("06");
        assertThat(hear(STATUS)).containsExactly(write("06"), new Out.Deliver(STATUS));
    }

    @Test
    void who_speaks_has_heard_us() {
        session.send(COMMAND, now);
        assertThat(hear(OK)).containsExactly(write("06"), new Out.Deliver(OK));
        assertThat(session.nextDue()).isEmpty();
    }

    @Test
    void a_garbled_block_is_refused_once_the_line_is_quiet() {
        assertThat(hear("10 02 80 00 01 10 03 F5 1F")).isEmpty();
        now = now.plus(ZvtTimes.BYTE_GAP);
        assertThat(session.poll(now)).containsExactly(write("15"));
    }

    @Test
    void acknowledgements_of_nothing_are_dropped() {
        assertThat(hear("06 15 06")).isEmpty();
    }
}
