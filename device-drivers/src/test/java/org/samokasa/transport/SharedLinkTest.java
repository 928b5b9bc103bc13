package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

class SharedLinkTest {
    private static final Bytes A = Bytes.ascii("a");

    private final MemoryLink wire = new MemoryLink("cable");
    private final SharedLink shared = new SharedLink(wire);
    private final ByteLink one = shared.tap();
    private final ByteLink other = shared.tap();
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");

    private void bothOpen() {
        wire.farEnd().connect();
        assertThat(one.poll(now)).containsExactly(new LinkEvent.Opened());
        assertThat(other.poll(now)).containsExactly(new LinkEvent.Opened());
    }

    @Test
    void each_owner_hears_everything_once_whoever_polls_first() {
        bothOpen();
        wire.farEnd().send(A);
        assertThat(other.nextDue()).isPresent();
        assertThat(other.poll(now)).containsExactly(new LinkEvent.Received(A));
        assertThat(one.nextDue()).isPresent();
        assertThat(one.poll(now)).containsExactly(new LinkEvent.Received(A));
        assertThat(one.poll(now)).isEmpty();
        assertThat(other.poll(now)).isEmpty();
    }

    @Test
    void both_send_on_the_one_wire() {
        bothOpen();
        assertThat(one.send(A)).isTrue();
        assertThat(other.send(Bytes.ascii("b"))).isTrue();
        assertThat(wire.farEnd().take()).isEqualTo(Bytes.ascii("ab"));
    }

    @Test
    void both_are_woken_and_the_other_one_when_one_read_for_it() {
        bothOpen();
        AtomicInteger wakes = new AtomicInteger();
        other.onActivity(wakes::incrementAndGet);
        wakes.set(0);
        wire.farEnd().send(A);
        assertThat(wakes).hasPositiveValue();
        wakes.set(0);
        one.poll(now);
        assertThat(wakes).hasPositiveValue();
    }

    @Test
    void who_comes_later_finds_the_wire_open() {
        bothOpen();
        assertThat(shared.tap().poll(now)).containsExactly(new LinkEvent.Opened());
    }

    @Test
    void a_lost_wire_is_lost_for_both() {
        bothOpen();
        wire.farEnd().disconnect("unplugged");
        assertThat(one.poll(now)).containsExactly(new LinkEvent.Lost("unplugged"));
        assertThat(other.poll(now)).containsExactly(new LinkEvent.Lost("unplugged"));
        assertThat(one.send(A)).isFalse();
    }

    @Test
    void a_restart_while_the_other_machine_speaks_touches_nobody_else() {
        bothOpen();
        one.restart("silent");
        assertThat(one.poll(now)).containsExactly(new LinkEvent.Lost("silent"), new LinkEvent.Opened());
        assertThat(other.poll(now)).isEmpty();
        assertThat(wire.farEnd().restarts()).isZero();
    }

    @Test
    void a_restart_after_long_silence_opens_the_wire_anew_and_spares_the_other_the_fright() {
        bothOpen();
        now = now.plus(SharedLink.RESTART_PAUSE);
        one.poll(now);
        one.restart("silent");
        List<LinkEvent> heard = new ArrayList<>(one.poll(now));
        heard.addAll(one.poll(now));
        assertThat(heard).containsExactly(new LinkEvent.Lost("silent"), new LinkEvent.Opened());
        assertThat(other.poll(now)).containsExactly(new LinkEvent.Opened());
        assertThat(wire.farEnd().restarts()).isEqualTo(1);
        one.restart("still silent");
        assertThat(wire.farEnd().restarts()).as("not at once again").isEqualTo(1);
    }

    @Test
    void the_wire_goes_with_the_last_owner() {
        bothOpen();
        one.close();
        one.close();
        assertThat(one.poll(now)).isEmpty();
        assertThat(one.nextDue()).isEmpty();
        assertThat(one.isOpen()).isFalse();
        assertThat(other.isOpen()).isTrue();
        assertThat(shared.isClosed()).isFalse();
        other.close();
        assertThat(shared.isClosed()).isTrue();
        assertThatThrownBy(shared::tap).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wire.poll(now)).hasMessageContaining("cable");
    }

    @Test
    void an_owner_that_never_reads_stops_the_reading_and_loses_nothing() {
        bothOpen();
        for (int i = 0; i < SharedLink.UNREAD_MAX + 10; i++) {
            wire.farEnd().send(A);
            one.poll(now);
        }
        assertThat(other.poll(now)).hasSize(SharedLink.UNREAD_MAX);
        one.poll(now);
        assertThat(other.poll(now)).hasSize(10);
    }
}
