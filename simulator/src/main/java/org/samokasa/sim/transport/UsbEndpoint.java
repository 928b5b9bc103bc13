package org.samokasa.sim.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.transport.usb.VirtualBus;

/** A socket of this process's virtual USB bus. A report is one message. */
final class UsbEndpoint implements Endpoint {
    /** In the queue when somebody only wants the wait to end. */
    private record Woken() {}

    private final HidIdentity identity;
    private final BlockingQueue<Object> happened = new LinkedBlockingQueue<>();
    private VirtualBus.Plug plug;
    private boolean connected;

    UsbEndpoint(HidIdentity identity) {
        this.identity = identity;
    }

    @Override
    public String address() {
        return "usb:" + identity.id() + (identity.serial().isEmpty() ? "" : "?serial=" + identity.serial());
    }

    @Override
    public void plug() {
        if (plug == null) {
            plug = VirtualBus.ofThisProcess().attach(identity, new Ears());
        }
    }

    @Override
    public void unplug() {
        if (plug != null) {
            plug.detach();
            plug = null;
            happened.add(new Happening.Disconnected());
        }
    }

    /** A device that resets leaves the bus and comes back. */
    @Override
    public void hangUp() {
        unplug();
        plug();
    }

    @Override
    public List<Happening> await(Duration atMost) {
        List<Happening> news = new ArrayList<>();
        try {
            Object next = happened.poll(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
            while (next != null) {
                take(next, news);
                next = happened.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return news;
    }

    /** The end of a host that never came is nothing to tell. */
    private void take(Object next, List<Happening> news) {
        if (next instanceof Happening.Connected) {
            connected = true;
        } else if (next instanceof Happening.Disconnected) {
            if (!connected) {
                return;
            }
            connected = false;
        }
        if (next instanceof Happening happening) {
            news.add(happening);
        }
    }

    @Override
    public void send(Bytes bytes) {
        if (plug != null) {
            plug.send(bytes);
        }
    }

    @Override
    public void wake() {
        happened.add(new Woken());
    }

    @Override
    public void close() {
        unplug();
    }

    private final class Ears implements VirtualBus.Function {
        @Override
        public void opened() {
            happened.add(new Happening.Connected());
        }

        @Override
        public void closed() {
            happened.add(new Happening.Disconnected());
        }

        @Override
        public void report(Bytes report) {
            happened.add(new Happening.Arrived(report));
        }
    }
}
