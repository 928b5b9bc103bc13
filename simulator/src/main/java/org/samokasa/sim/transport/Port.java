package org.samokasa.sim.transport;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.sim.device.VirtualMachine;

/**
 * Runs one machine at one wire on one thread of its own. Whatever else wants to touch the machine does so through
 * {@link #perform}, which runs on that thread.
 */
public final class Port implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final long JOIN_MILLIS = 1_000;

    private final VirtualMachine machine;
    private final Endpoint endpoint;
    private final InstantSource clock;
    private final WireTap tap;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    private Port(VirtualMachine machine, Endpoint endpoint, InstantSource clock, WireTap tap) {
        this.machine = machine;
        this.endpoint = endpoint;
        this.clock = clock;
        this.tap = tap;
        thread = new Thread(this::run, "machine " + machine.name());
        thread.setDaemon(true);
    }

    /**
     * Plugs the machine in and starts it. When this returns the shop's side can open the wire.
     *
     * @throws IOException when the port cannot be had, for instance because it is taken
     */
    public static Port open(VirtualMachine machine, PortAddress address, InstantSource clock, WireTap tap)
            throws IOException {
        Endpoint endpoint = endpoint(machine, address);
        try {
            endpoint.plug();
        } catch (IOException | RuntimeException e) {
            endpoint.close();
            throw e;
        }
        Port port = new Port(machine, endpoint, clock, tap);
        port.thread.start();
        return port;
    }

    private static Endpoint endpoint(VirtualMachine machine, PortAddress address) throws IOException {
        if (address instanceof PortAddress.Pty pty) {
            return new PtyEndpoint(pty.link());
        }
        if (address instanceof PortAddress.Usb usb) {
            return new UsbEndpoint(identity(machine, usb));
        }
        return address instanceof PortAddress.Tls tls
                ? new TlsEndpoint(tls)
                : new TcpEndpoint(((PortAddress.Tcp) address).port());
    }

    private static HidIdentity identity(VirtualMachine machine, PortAddress.Usb usb) throws IOException {
        HidIdentity own = machine.usb()
                .orElseThrow(() -> new IOException(machine.name() + " is no USB machine, give it another port"));
        if (usb.id().isEmpty()) {
            return own.with(own.vendor(), own.product(), usb.serial());
        }
        int vendor = Integer.parseInt(usb.id().substring(0, 4), 16);
        return own.with(vendor, Integer.parseInt(usb.id().substring(5), 16), usb.serial());
    }

    public String name() {
        return machine.name();
    }

    /** What a lane's configuration writes to reach this machine. */
    public String address() {
        return endpoint.address();
    }

    /** Work with the machine at the present moment. */
    @FunctionalInterface
    public interface Work<T> {
        T at(Instant now);
    }

    /** Runs the work on the machine's thread; the future also carries what the work throws. */
    public <T> CompletableFuture<T> perform(Work<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        tasks.add(() -> {
            try {
                done.complete(work.at(clock.instant()));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        if (closed) {
            done.completeExceptionally(new IllegalStateException("the port of " + name() + " is closed"));
        } else {
            endpoint.wake();
        }
        return done;
    }

    /** Pulls the plug: the port is gone until {@link #plug}. */
    public CompletableFuture<Void> unplug() {
        return perform(now -> {
            endpoint.unplug();
            return null;
        });
    }

    public CompletableFuture<Void> plug() {
        return perform(now -> {
            try {
                endpoint.plug();
            } catch (IOException e) {
                throw new IllegalStateException("cannot plug " + name() + " in again: " + e.getMessage(), e);
            }
            return null;
        });
    }

    private void run() {
        try (endpoint) {
            while (!closed) {
                turn();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the wire of " + name() + " broke", e);
        }
    }

    private void turn() throws IOException {
        for (Endpoint.Happening each : endpoint.await(untilDue())) {
            Instant now = clock.instant();
            VirtualMachine line = machine.line(each.line());
            if (each instanceof Endpoint.Happening.Connected) {
                tap.opened(now, name());
                line.connected(new TappedWire(each.line()), now);
            } else if (each instanceof Endpoint.Happening.Disconnected) {
                tap.lost(now, name());
                line.disconnected(now);
            } else if (each instanceof Endpoint.Happening.Arrived arrived) {
                tap.saw(now, name(), WireTap.Direction.FROM_SHOP, arrived.bytes());
                line.receive(arrived.bytes(), now);
            }
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        machine.poll(clock.instant());
    }

    private Duration untilDue() {
        if (!tasks.isEmpty()) {
            return Duration.ZERO;
        }
        Optional<Instant> due = machine.nextDue();
        Duration wait = due.map(at -> Duration.between(clock.instant(), at)).orElse(LONGEST_WAIT);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        // Rounded up to the millisecond the system can wait for; else the last fraction is spent spinning.
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.plusNanos(999_999);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        endpoint.wake();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class TappedWire implements VirtualMachine.Wire {
        private final int line;

        TappedWire(int line) {
            this.line = line;
        }

        @Override
        public void send(Bytes bytes) {
            tap.saw(clock.instant(), name(), WireTap.Direction.TO_SHOP, bytes);
            endpoint.send(line, bytes);
        }

        @Override
        public void hangUp() {
            endpoint.hangUp(line);
        }
    }
}
