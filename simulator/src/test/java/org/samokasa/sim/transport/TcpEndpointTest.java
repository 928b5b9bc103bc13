package org.samokasa.sim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.samokasa.protocol.Bytes;

/** A machine that takes one caller at a time lets the next one in as soon as the last has hung up. */
@Timeout(120)
class TcpEndpointTest {
    /** The system names ready sockets in any order: often enough for both. */
    private static final int OFTEN = 60;

    private final List<Endpoint.Happening> happened = new ArrayList<>();

    private static Socket call(TcpEndpoint endpoint) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(endpoint.address()).getPort());
    }

    private void until(TcpEndpoint endpoint, Class<?> kind) throws IOException {
        happened.clear();
        while (happened.stream().noneMatch(kind::isInstance)) {
            happened.addAll(endpoint.await(Duration.ofMillis(100)));
        }
    }

    @Test
    void who_calls_while_the_last_one_hangs_up_is_not_turned_away() throws IOException {
        TcpEndpoint endpoint = new TcpEndpoint(0);
        endpoint.plug();
        for (int time = 0; time < OFTEN; time++) {
            try (Socket first = call(endpoint)) {
                until(endpoint, Endpoint.Happening.Connected.class);
                first.getOutputStream().write(7);
            }
            try (Socket second = call(endpoint)) {
                until(endpoint, Endpoint.Happening.Connected.class);
                assertThat(happened)
                        .contains(new Endpoint.Happening.Arrived(Bytes.of(7)), new Endpoint.Happening.Disconnected());
                second.getOutputStream().write(8);
                until(endpoint, Endpoint.Happening.Arrived.class);
                assertThat(happened).contains(new Endpoint.Happening.Arrived(Bytes.of(8)));
            }
            until(endpoint, Endpoint.Happening.Disconnected.class);
        }
        endpoint.unplug();
    }
}
