package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.samokasa.protocol.Bytes;

/** Over real sockets. */
@Timeout(120)
class TcpLinkTest {
    @Test
    void bytes_go_both_ways_and_a_lost_machine_is_found_again() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                LinkWatcher shop = watch(server.getLocalPort())) {
            shop.link().poll(Instant.now());
            try (Socket machine = server.accept()) {
                shop.next(LinkEvent.Opened.class);
                assertThat(shop.link().send(Bytes.hex("06 00 00"))).isTrue();
                assertThat(machine.getInputStream().readNBytes(3)).containsExactly(6, 0, 0);
                machine.getOutputStream().write(new byte[] {1, 2});
                assertThat(shop.bytes(2)).isEqualTo(Bytes.of(1, 2));
            }
            shop.next(LinkEvent.Lost.class);
            assertThat(shop.link().isOpen()).isFalse();
            try (Socket again = server.accept()) {
                shop.next(LinkEvent.Opened.class);
                again.getOutputStream().write(7);
                assertThat(shop.bytes(1)).isEqualTo(Bytes.of(7));
            }
        }
    }

    @Test
    void a_machine_that_is_switched_on_later_is_found() throws Exception {
        int port = freePort();
        try (LinkWatcher shop = watch(port)) {
            assertThat(shop.next()).isInstanceOf(LinkEvent.Unavailable.class);
            try (ServerSocket server = new ServerSocket()) {
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                assertThat(shop.next()).isEqualTo(new LinkEvent.Opened());
            }
        }
    }

    @Test
    void closing_is_quick_even_while_it_connects_to_nowhere() {
        // 192.0.2.1 is TEST-NET-1 (RFC 5737): no machine answers there.
        ByteLink link = Links.open(DeviceAddress.parse("tcp://192.0.2.1:9100"));
        link.poll(Instant.now());
        Instant before = Instant.now();
        link.close();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(link.poll(Instant.now())).isEmpty();
    }

    private static LinkWatcher watch(int port) {
        return new LinkWatcher(Links.open(new DeviceAddress.Tcp("127.0.0.1", port)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
