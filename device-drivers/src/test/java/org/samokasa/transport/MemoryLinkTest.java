package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;

class MemoryLinkTest {
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");

    private final MemoryLink link = new MemoryLink("test wire");

    @Test
    void delivers_on_poll_and_in_order() {
        link.farEnd().connect();
        assertThat(link.poll(NOW)).containsExactly(new LinkEvent.Opened());
        link.farEnd().send(Bytes.of(1));
        link.farEnd().disconnect("pulled");
        link.farEnd().connect();
        assertThat(link.poll(NOW)).containsExactly(new LinkEvent.Received(Bytes.of(1)), new LinkEvent.Lost("pulled"));
        assertThat(link.nextDue()).contains(NOW);
        assertThat(link.poll(NOW)).containsExactly(new LinkEvent.Opened());
        assertThat(link.nextDue()).isEmpty();
    }

    @Test
    void nothing_is_sent_or_heard_while_it_is_not_open() {
        assertThat(link.send(Bytes.of(1))).isFalse();
        link.farEnd().send(Bytes.of(2));
        assertThat(link.poll(NOW)).isEmpty();
        link.farEnd().connect();
        link.poll(NOW);
        assertThat(link.send(Bytes.of(3))).isTrue();
        assertThat(link.farEnd().take()).isEqualTo(Bytes.of(3));
    }

    @Test
    void a_restart_opens_again_by_itself() {
        link.farEnd().connect();
        link.poll(NOW);
        link.restart("rubbish");
        assertThat(link.poll(NOW)).containsExactly(new LinkEvent.Lost("rubbish"));
        assertThat(link.poll(NOW)).containsExactly(new LinkEvent.Opened());
        assertThat(link.farEnd().restarts()).isEqualTo(1);
    }

    @Test
    void use_after_close_fails_loudly_and_closing_twice_does_not() {
        link.close();
        link.close();
        assertThatThrownBy(() -> link.poll(NOW)).hasMessageContaining("test wire");
        assertThatThrownBy(() -> link.send(Bytes.of(1))).isInstanceOf(IllegalStateException.class);
    }
}
