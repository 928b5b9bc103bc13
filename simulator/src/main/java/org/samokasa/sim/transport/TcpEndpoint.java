package org.samokasa.sim.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** A machine that listens on the loopback interface. One client at a time: a second one is accepted and dropped. */
final class TcpEndpoint implements Endpoint {
    private static final int READ_BYTES = 4_096;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    private int port;
    private ServerSocketChannel server;
    private SocketChannel client;
    private boolean toldConnected;
    private ByteBuffer waiting = ByteBuffer.allocate(0);

    /** @param port 0 lets the system choose; the choice is kept over unplugging */
    TcpEndpoint(int port) throws IOException {
        this.port = port;
        this.selector = Selector.open();
    }

    @Override
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void plug() throws IOException {
        if (server != null) {
            return;
        }
        ServerSocketChannel opened = ServerSocketChannel.open();
        opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        opened.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_ACCEPT);
        port = ((InetSocketAddress) opened.getLocalAddress()).getPort();
        server = opened;
    }

    @Override
    public void unplug() {
        hangUp();
        if (server != null) {
            shut(server);
            server = null;
            forgetClosedKeys();
        }
    }

    @Override
    public void hangUp() {
        if (client != null) {
            shut(client);
            client = null;
            waiting = ByteBuffer.allocate(0);
            forgetClosedKeys();
        }
    }

    /** A closed channel lets go of its socket only when its selector has looked at it once more. */
    private void forgetClosedKeys() {
        try {
            selector.selectNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shut(java.nio.channels.Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Happening> await(Duration atMost) throws IOException {
        List<Happening> happened = new ArrayList<>();
        if (client == null && toldConnected) {
            toldConnected = false;
            happened.add(new Happening.Disconnected());
            return happened;
        }
        selector.select(Math.max(1, atMost.toMillis()));
        // A copy: who hangs up makes the selector take keys out of its set.
        List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
            if (key.isValid() && key.isAcceptable()) {
                accept(happened);
            } else if (key.isValid() && key.channel() == client) {
                flush();
                read(happened);
            }
        }
        return happened;
    }

    private void accept(List<Happening> happened) throws IOException {
        SocketChannel caller = server.accept();
        if (caller == null) {
            return;
        }
        // Who called before may have hung up a moment ago: their end lies behind what they sent last.
        boolean more = client != null;
        while (more) {
            more = read(happened);
        }
        if (client != null) {
            caller.close();
            return;
        }
        caller.configureBlocking(false);
        caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
        caller.register(selector, SelectionKey.OP_READ);
        client = caller;
        toldConnected = true;
        happened.add(new Happening.Connected());
    }

    /** Whether something arrived, so that there may be more. */
    private boolean read(List<Happening> happened) {
        if (client == null) {
            return false;
        }
        try {
            buffer.clear();
            int count = client.read(buffer);
            if (count > 0) {
                happened.add(new Happening.Arrived(Bytes.copyOf(buffer.array(), 0, count)));
                return true;
            } else if (count < 0) {
                over(happened);
            }
        } catch (IOException reset) {
            over(happened);
        }
        return false;
    }

    private void over(List<Happening> happened) {
        hangUp();
        toldConnected = false;
        happened.add(new Happening.Disconnected());
    }

    @Override
    public void send(Bytes bytes) {
        if (client == null || waiting.remaining() + bytes.size() > WAITING_BYTES_MAX) {
            return;
        }
        ByteBuffer joined = ByteBuffer.allocate(waiting.remaining() + bytes.size());
        waiting = joined.put(waiting).put(bytes.toArray()).flip();
        flush();
    }

    private void flush() {
        try {
            client.write(waiting);
            client.keyFor(selector)
                    .interestOps(
                            waiting.hasRemaining()
                                    ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                                    : SelectionKey.OP_READ);
        } catch (IOException reset) {
            hangUp();
        }
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    @Override
    public void close() {
        unplug();
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
