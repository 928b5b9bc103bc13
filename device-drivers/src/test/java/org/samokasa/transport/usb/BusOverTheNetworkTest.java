package org.samokasa.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;

/** Two buses in one process, joined as those of simulator and lane are. */
@Timeout(120)
class BusOverTheNetworkTest {
    private static final HidIdentity READER =
            new HidIdentity(0x05F9, 0x1206, "S1", "maker", "reader", Bytes.hex("06 45 FF"));

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<VirtualBus.Plug> mirrored = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> reported = new LinkedBlockingQueue<>();

    private final VirtualBus.Function machine = new VirtualBus.Function() {
        @Override
        public void opened() {
            heard.add("opened");
        }

        @Override
        public void closed() {
            heard.add("closed");
        }

        @Override
        public void report(Bytes report) {
            heard.add(report.toHex());
        }
    };

    private final VirtualBus.Watcher watcher = new VirtualBus.Watcher() {
        @Override
        public void attached(VirtualBus.Plug plug) {
            mirrored.add(plug);
        }

        @Override
        public void detached(VirtualBus.Plug plug) {
            reported.add("detached");
        }
    };

    private final VirtualBus.Host host = new VirtualBus.Host() {
        @Override
        public void in(Bytes report) {
            reported.add(report.toHex());
        }

        @Override
        public void gone() {
            reported.add("gone");
        }
    };

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return queue.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void a_device_of_one_process_is_used_from_another() throws Exception {
        VirtualBus simulators = new VirtualBus();
        VirtualBus lanes = new VirtualBus();
        lanes.watch(watcher);
        VirtualBus.Plug real = simulators.attach(READER, machine);
        BusServer server = BusServer.open(simulators, 0);
        BusClient client = new BusClient(server.address(), lanes);
        client.start();
        VirtualBus.Plug seen = next(mirrored);
        assertThat(seen.identity()).isEqualTo(READER);
        assertThat(seen.open(host)).isTrue();
        assertThat(next(heard)).isEqualTo("opened");
        real.send(Bytes.of(4, 0x10, 3));
        assertThat(next(reported)).isEqualTo("04 10 03");
        seen.report(Bytes.of(0x11, 0));
        assertThat(next(heard)).isEqualTo("11 00");
        seen.close(host);
        assertThat(next(heard)).isEqualTo("closed");

        real.detach();
        assertThat(next(reported)).isEqualTo("detached");
        simulators.attach(READER, machine);
        assertThat(next(mirrored).open(host)).isTrue();
        assertThat(next(heard)).isEqualTo("opened");
        server.close();
        assertThat(next(reported)).isEqualTo("gone");
        assertThat(next(heard)).isEqualTo("closed");
        client.close();
    }

    @Test
    void an_address_that_is_none_is_refused() {
        assertThatThrownBy(() -> new BusClient("20100", new VirtualBus()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("samokasa.usb is HOST:PORT");
    }
}
