package org.samokasa.transport.usb;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.samokasa.protocol.Bytes;

/** Offers the virtual bus of this process to others on this computer; loopback only, there is no password. */
public final class BusServer implements AutoCloseable {
    private final VirtualBus bus;
    private final ServerSocket server;
    private final List<Guest> guests = new CopyOnWriteArrayList<>();

    private BusServer(VirtualBus bus, ServerSocket server) {
        this.bus = bus;
        this.server = server;
    }

    /** @param port 0 lets the system choose */
    public static BusServer open(int port) throws IOException {
        return open(VirtualBus.ofThisProcess(), port);
    }

    static BusServer open(VirtualBus bus, int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        BusServer opened = new BusServer(bus, server);
        daemon("usb bus " + server.getLocalPort(), opened::accept);
        return opened;
    }

    /** What the other process's {@link MergedServices#REMOTE} must say. */
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Guest guest = new Guest(server.accept());
                guests.add(guest);
                daemon("usb bus reads", guest::read);
                daemon("usb bus writes", guest::write);
            } catch (IOException closed) {
                // The loop's condition tells a closed server from a guest that was gone before it came in.
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
        guests.forEach(Guest::leave);
    }

    /** One process that looks at the bus. */
    private final class Guest implements VirtualBus.Watcher {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;
        private final BlockingQueue<Message> outgoing = new LinkedBlockingQueue<>();
        private final Map<VirtualBus.Plug, Integer> numbers = new HashMap<>();
        private final Map<Integer, RemoteHost> hosts = new HashMap<>();

        Guest(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        }

        @Override
        public void attached(VirtualBus.Plug plug) {
            synchronized (hosts) {
                if (numbers.containsKey(plug)) {
                    return;
                }
                int number = numbers.size() + 1;
                numbers.put(plug, number);
                hosts.put(number, new RemoteHost(this, number, plug));
                outgoing.add(new Message(BusWire.ATTACHED, number, to -> BusWire.identity(to, plug.identity())));
            }
        }

        @Override
        public void detached(VirtualBus.Plug plug) {
            synchronized (hosts) {
                Integer number = numbers.get(plug);
                if (number != null && hosts.remove(number) != null) {
                    outgoing.add(new Message(BusWire.DETACHED, number, to -> {}));
                }
            }
        }

        void read() {
            try (socket) {
                BusWire.greet(in, out);
                bus.watch(this);
                while (true) {
                    char letter = (char) in.readUnsignedByte();
                    int number = in.readInt();
                    Bytes report = letter == BusWire.REPORT ? BusWire.bytes(in) : Bytes.EMPTY;
                    RemoteHost host;
                    synchronized (hosts) {
                        host = hosts.get(number);
                    }
                    if (host != null) {
                        host.take(letter, report);
                    }
                }
            } catch (IOException over) {
                // The other process ended or went away; so do its hosts.
            } finally {
                leave();
            }
        }

        void write() {
            try {
                while (true) {
                    Message next = outgoing.take();
                    out.writeByte(next.letter());
                    out.writeInt(next.number());
                    next.body().to(out);
                    out.flush();
                }
            } catch (IOException over) {
                leave();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void leave() {
            bus.unwatch(this);
            guests.remove(this);
            synchronized (hosts) {
                hosts.values().forEach(host -> host.plug().close(host));
                hosts.clear();
            }
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // Nothing is left to close.
            }
        }

        void send(int number, Bytes report) {
            outgoing.add(new Message(BusWire.IN, number, to -> BusWire.bytes(to, report)));
        }
    }

    private record Message(char letter, int number, Body body) {}

    @FunctionalInterface
    private interface Body {
        void to(DataOutputStream out) throws IOException;
    }

    /** A host in the other process, at one plug. */
    private record RemoteHost(Guest guest, int number, VirtualBus.Plug plug) implements VirtualBus.Host {
        void take(char letter, Bytes report) {
            switch (letter) {
                case BusWire.OPENED -> plug.open(this);
                case BusWire.CLOSED -> plug.close(this);
                case BusWire.REPORT -> plug.report(report);
                default -> {
                    // Unknown letters have no body to skip; a later version greets with another number.
                }
            }
        }

        @Override
        public void in(Bytes report) {
            guest.send(number, report);
        }

        @Override
        public void gone() {
            // The watcher tells it.
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
