package org.samokasa.sim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.LinkEvent;
import org.samokasa.transport.Links;

/** The shipped links against real pseudo-terminals and sockets. */
@Timeout(180)
class PortTest {
    @TempDir
    Path folder;

    private final EchoMachine machine = new EchoMachine();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private Port open(String kind) throws IOException {
        return Port.open(
                machine,
                PortAddress.parse(kind, folder),
                InstantSource.system(),
                (at, name, direction, bytes) -> seen.add(name + " " + direction + " " + bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty:echo", "tcp:0"})
    void every_byte_value_passes_unchanged_both_ways(String kind) throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (Port port = open(kind);
                Shop shop = new Shop(port.address())) {
            shop.await(LinkEvent.Opened.class);
            shop.link.send(Bytes.copyOf(all));
            assertThat(shop.bytes(256)).isEqualTo(Bytes.copyOf(all));
            assertThat(seen).anyMatch(line -> line.startsWith("echo FROM_SHOP 00 01"));
            assertThat(seen).anyMatch(line -> line.startsWith("echo TO_SHOP"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty:echo", "tcp:0"})
    void an_unplugged_machine_is_lost_once_and_found_again(String kind) throws Exception {
        try (Port port = open(kind);
                Shop shop = new Shop(port.address())) {
            shop.await(LinkEvent.Opened.class);
            shop.link.send(Bytes.of(1));
            shop.bytes(1);
            port.unplug().get(30, TimeUnit.SECONDS);
            shop.await(LinkEvent.Lost.class);
            shop.await(LinkEvent.Unavailable.class);
            port.plug().get(30, TimeUnit.SECONDS);
            shop.await(LinkEvent.Opened.class);
            shop.link.send(Bytes.of(2, 3));
            assertThat(shop.bytes(2)).isEqualTo(Bytes.of(2, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty:echo", "tcp:0"})
    void a_machine_that_hangs_up_is_reached_again(String kind) throws Exception {
        try (Port port = open(kind);
                Shop shop = new Shop(port.address())) {
            shop.await(LinkEvent.Opened.class);
            shop.link.send(Bytes.of(1));
            shop.bytes(1);
            port.perform(now -> {
                        machine.hangUp();
                        return true;
                    })
                    .get(30, TimeUnit.SECONDS);
            shop.await(LinkEvent.Lost.class);
            shop.await(LinkEvent.Opened.class);
        }
    }

    @Test
    void a_port_that_is_missing_at_start_is_found_when_it_comes() throws Exception {
        Path link = folder.resolve("later");
        try (Shop shop = new Shop("serial:" + link)) {
            assertThat(shop.await(LinkEvent.Unavailable.class).why()).contains(link.toString());
            try (Port port = open("pty:later")) {
                assertThat(port.address()).isEqualTo("serial:" + link);
                shop.await(LinkEvent.Opened.class);
            }
        }
    }

    @Test
    void a_machine_speaks_only_to_a_shop_that_listens() throws Exception {
        try (Port port = open("pty:echo")) {
            assertThat(port.perform(now -> machine.greet(Bytes.of(9))).get(30, TimeUnit.SECONDS))
                    .isFalse();
        }
        assertThat(Files.exists(folder.resolve("echo"), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void a_file_in_the_way_is_never_replaced() throws Exception {
        Path precious = Files.writeString(folder.resolve("echo"), "keep me");
        assertThatThrownBy(() -> open("pty:echo")).hasMessageContaining("not a link");
        assertThat(precious).hasContent("keep me");
    }

    @Test
    void addresses_that_make_no_sense_are_refused() {
        for (String text : List.of("pty:", "tcp:99999", "tcp:x", "serial:/dev/x")) {
            assertThatThrownBy(() -> PortAddress.parse(text, folder)).hasMessageContaining(text);
        }
    }

    /** Owns a link and polls it. */
    private static final class Shop implements AutoCloseable {
        final ByteLink link;
        private final Semaphore wakes = new Semaphore(0);
        private final Deque<LinkEvent> pending = new ArrayDeque<>();

        Shop(String address) {
            link = Links.open(DeviceAddress.parse(address));
            link.onActivity(wakes::release);
        }

        <E extends LinkEvent> E await(Class<E> kind) throws InterruptedException {
            Instant end = Instant.now().plusSeconds(60);
            while (Instant.now().isBefore(end)) {
                pending.addAll(link.poll(Instant.now()));
                while (!pending.isEmpty()) {
                    LinkEvent event = pending.remove();
                    if (kind.isInstance(event)) {
                        return kind.cast(event);
                    }
                }
                wakes.tryAcquire(20, TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
            return fail("no " + kind.getSimpleName());
        }

        Bytes bytes(int count) throws InterruptedException {
            Bytes all = Bytes.EMPTY;
            while (all.size() < count) {
                all = all.plus(await(LinkEvent.Received.class).bytes());
            }
            return all;
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
