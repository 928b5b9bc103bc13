package org.samokasa.transport.usb;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.samokasa.protocol.Bytes;

/** Mirrors the devices of a simulator's bus on a bus of this process; comes back for ever when the simulator does. */
final class BusClient {
    private static final System.Logger LOG = System.getLogger(BusClient.class.getName());
    private static final long PAUSE_NANOS = 500_000_000L;
    private static final int CONNECT_MILLIS_MAX = 3_000;

    private final InetSocketAddress place;
    private final VirtualBus bus;
    private boolean toldFailure;
    private volatile boolean closed;

    /**
     * @param address {@code HOST:PORT}
     * @throws IllegalArgumentException when it is not
     */
    BusClient(String address, VirtualBus bus) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "property " + MergedServices.REMOTE + " is HOST:PORT, not '" + address + "'");
        }
        place = new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        this.bus = bus;
    }

    void start() {
        Thread thread = new Thread(this::run, "usb bus of " + place);
        thread.setDaemon(true);
        thread.start();
    }

    void close() {
        closed = true;
    }

    private void run() {
        while (!closed) {
            try (Socket socket = new Socket()) {
                socket.setTcpNoDelay(true);
                socket.connect(place, CONNECT_MILLIS_MAX);
                serve(socket);
            } catch (IOException e) {
                tellOnce(e);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void tellOnce(IOException why) {
        if (!toldFailure) {
            toldFailure = true;
            LOG.log(System.Logger.Level.INFO, "no USB bus at {0}: {1}", place, why.toString());
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        BusWire.greet(in, out);
        toldFailure = false;
        Map<Integer, VirtualBus.Plug> plugs = new HashMap<>();
        try {
            while (!closed) {
                take((char) in.readUnsignedByte(), in.readInt(), in, out, plugs);
            }
        } finally {
            plugs.values().forEach(VirtualBus.Plug::detach);
        }
    }

    private void take(
            char letter, int number, DataInputStream in, DataOutputStream out, Map<Integer, VirtualBus.Plug> plugs)
            throws IOException {
        switch (letter) {
            case BusWire.ATTACHED -> plugs.put(number, bus.attach(BusWire.identity(in), new FarFunction(number, out)));
            case BusWire.DETACHED -> {
                VirtualBus.Plug plug = plugs.remove(number);
                if (plug != null) {
                    plug.detach();
                }
            }
            case BusWire.IN -> {
                Bytes report = BusWire.bytes(in);
                VirtualBus.Plug plug = plugs.get(number);
                if (plug != null) {
                    plug.send(report);
                }
            }
            default -> throw new IOException("unknown message '" + letter + "'");
        }
    }

    /** The device at the other end. A failed write needs no care: the reading side notices the same end. */
    private record FarFunction(int number, DataOutputStream out) implements VirtualBus.Function {
        @Override
        public void opened() {
            send(BusWire.OPENED, Bytes.EMPTY);
        }

        @Override
        public void closed() {
            send(BusWire.CLOSED, Bytes.EMPTY);
        }

        @Override
        public void report(Bytes report) {
            send(BusWire.REPORT, report);
        }

        private void send(char letter, Bytes report) {
            synchronized (out) {
                try {
                    out.writeByte(letter);
                    out.writeInt(number);
                    if (letter == BusWire.REPORT) {
                        BusWire.bytes(out, report);
                    }
                    out.flush();
                } catch (IOException e) {
                    LOG.log(System.Logger.Level.DEBUG, "the USB bus is gone: {0}", e.toString());
                }
            }
        }
    }
}
