package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.usb.UsbDevice;
import javax.usb.UsbHostManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.transport.usb.VirtualBus;

/** The shipped line on the virtual bus, all calls through {@code UsbHostManager}. */
@Timeout(120)
class UsbLinkTest {
    private static final Bytes DESCRIPTOR =
            Bytes.hex("05 8D 09 20 A1 01 15 00 75 08 85 03 95 05 09 40 81 02 85 02 95 01 09 80 B1 02 C0");
    /** A product id of this class alone: test classes may share the process and its bus. */
    private static final HidIdentity SCALE = new HidIdentity(0x0922, 0xF001, "", "Samokasa", "scale", DESCRIPTOR);

    private final List<AutoCloseable> open = new ArrayList<>();

    /** A device that remembers what it heard. */
    private static final class Machine implements VirtualBus.Function {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

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

        String next() throws InterruptedException {
            return heard.poll(30, TimeUnit.SECONDS);
        }
    }

    private LinkWatcher link(String address) {
        LinkWatcher watcher = new LinkWatcher(Links.open(DeviceAddress.parse(address)));
        open.add(watcher);
        return watcher;
    }

    private VirtualBus.Plug plug(HidIdentity identity, Machine machine) {
        VirtualBus.Plug plug = VirtualBus.ofThisProcess().attach(identity, machine);
        open.add(plug::detach);
        return plug;
    }

    @AfterEach
    void close() throws Exception {
        Collections.reverse(open);
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void opens_describes_and_carries_reports_both_ways() throws Exception {
        Machine machine = new Machine();
        VirtualBus.Plug plug = plug(SCALE, machine);
        LinkWatcher watcher = link("usb:0922:F001");
        assertThat(watcher.next()).isEqualTo(new LinkEvent.Opened());
        assertThat(watcher.next()).isEqualTo(new LinkEvent.Described(DESCRIPTOR));
        assertThat(machine.next()).isEqualTo("opened");
        for (int i = 0; i < 3; i++) {
            plug.send(Bytes.of(3, i, 0, 0, 0, 0));
            assertThat(watcher.next()).isEqualTo(new LinkEvent.Received(Bytes.of(3, i, 0, 0, 0, 0)));
        }
        assertThat(watcher.link().send(Bytes.of(2, 2))).isTrue();
        assertThat(machine.next()).isEqualTo("02 02");
        watcher.close();
        assertThat(machine.next()).isEqualTo("closed");
    }

    @Test
    void says_what_is_missing_and_finds_it_when_it_comes() throws Exception {
        LinkWatcher watcher = link("usb:0922:F001");
        assertThat(watcher.next()).isEqualTo(new LinkEvent.Unavailable("no USB device 0922:F001 is attached"));
        plug(SCALE, new Machine());
        assertThat(watcher.next()).isEqualTo(new LinkEvent.Opened());
    }

    @Test
    void tells_devices_of_one_make_apart_by_their_serial_number() throws Exception {
        Machine first = new Machine();
        Machine second = new Machine();
        plug(SCALE.with(0x0922, 0xF001, "A"), first);
        LinkWatcher watcher = link("usb:0922:F001?serial=B");
        assertThat(watcher.next(LinkEvent.Unavailable.class).why()).contains("serial number B", "[A]");
        plug(SCALE.with(0x0922, 0xF001, "B"), second);
        watcher.next(LinkEvent.Opened.class);
        assertThat(second.next()).isEqualTo("opened");
        assertThat(first.heard).isEmpty();
    }

    @Test
    void an_interface_that_is_not_there_is_told() throws Exception {
        plug(SCALE, new Machine());
        assertThat(link("usb:0922:F001?interface=3")
                        .next(LinkEvent.Unavailable.class)
                        .why())
                .isEqualTo("USB device 0922:F001 has no interface 3 that reports as a HID device does");
    }

    @Test
    void a_second_driver_is_told_that_the_first_has_it() throws Exception {
        plug(SCALE, new Machine());
        link("usb:0922:F001").next(LinkEvent.Opened.class);
        assertThat(link("usb:0922:F001").next(LinkEvent.Unavailable.class).why())
                .contains("in use by another driver of this process");
    }

    @Test
    void comes_back_a_hundred_times() throws Exception {
        LinkWatcher watcher = link("usb:0922:F001");
        for (int round = 0; round < 100; round++) {
            Machine machine = new Machine();
            VirtualBus.Plug plug = plug(SCALE, machine);
            watcher.next(LinkEvent.Described.class);
            plug.send(Bytes.of(3, round, 0, 0, 0, 0));
            assertThat(watcher.next(LinkEvent.Received.class).bytes().at(1)).isEqualTo(round);
            plug.detach();
            assertThat(watcher.next(LinkEvent.Lost.class).why()).isEqualTo("USB device 0922:F001 was lost");
            // A report of a device that is gone reaches nobody.
            plug.send(Bytes.of(3, 0xFF, 0, 0, 0, 0));
        }
    }

    @Test
    void a_restart_lets_go_and_opens_again() throws Exception {
        Machine machine = new Machine();
        plug(SCALE, machine);
        LinkWatcher watcher = link("usb:0922:F001");
        for (int round = 0; round < 5; round++) {
            watcher.next(LinkEvent.Described.class);
            assertThat(machine.next()).isEqualTo("opened");
            watcher.link().restart("test");
            assertThat(machine.next()).isEqualTo("closed");
            watcher.next(LinkEvent.Lost.class);
        }
    }

    @Test
    void the_whole_tree_can_be_walked_as_any_user_of_javax_usb_does() throws Exception {
        plug(SCALE.with(0x0922, 0xF001, "TREE"), new Machine());
        UsbDevice device = UsbFinder.find((DeviceAddress.Usb) DeviceAddress.parse("usb:0922:F001?serial=TREE"));
        assertThat(device.getProductString()).isEqualTo("scale");
        assertThat(device.getParentUsbPort().getUsbHub())
                .isSameAs(UsbHostManager.getUsbServices().getRootUsbHub());
        assertThat(device.getUsbStringDescriptor((byte) 3).getString()).isEqualTo("TREE");
    }
}
