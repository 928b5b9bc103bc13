package org.samokasa.sim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.samokasa.protocol.Bytes;

/**
 * A machine behind TLS on the loopback interface, for a few connections at once. A thread accepts, one for each connection
 * reads; all they do is to fill the queue that the machine's own thread empties.
 */
final class TlsEndpoint implements Endpoint {
    /** Connections at once; more are accepted and dropped. */
    private static final int LINES_MAX = 4;

    private static final int READ_BYTES = 4_096;

    private final SSLContext context;
    /** An empty list wakes the machine and tells nothing. */
    private final BlockingQueue<List<Happening>> queue = new LinkedBlockingQueue<>();

    private final SSLSocket[] lines = new SSLSocket[LINES_MAX];
    private volatile int port;
    private volatile SSLServerSocket server;

    TlsEndpoint(PortAddress.Tls address) throws IOException {
        port = address.port();
        try (InputStream file = Files.newInputStream(address.keystore())) {
            char[] password = address.password().toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + address.keystore() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String address() {
        return "tls://127.0.0.1:" + port;
    }

    @Override
    public void plug() throws IOException {
        if (server != null) {
            return;
        }
        SSLServerSocket opened =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, 8, loopback());
        port = opened.getLocalPort();
        server = opened;
        daemon("accept " + port, () -> accept(opened));
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(SSLServerSocket on) {
        while (true) {
            try {
                SSLSocket caller = (SSLSocket) on.accept();
                daemon("serve " + port, () -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket caller) {
        int line = -1;
        try (caller) {
            caller.startHandshake();
            line = seat(caller);
            byte[] buffer = new byte[READ_BYTES];
            int count = line < 0 ? -1 : caller.getInputStream().read(buffer);
            while (count >= 0) {
                queue.add(List.of(new Happening.Arrived(line, Bytes.copyOf(buffer, 0, count))));
                count = caller.getInputStream().read(buffer);
            }
        } catch (IOException gone) {
            // Told below like any other end.
        }
        if (line >= 0) {
            synchronized (lines) {
                lines[line] = null;
                queue.add(List.of(new Happening.Disconnected(line)));
            }
        }
    }

    private int seat(SSLSocket caller) {
        synchronized (lines) {
            for (int i = 0; i < LINES_MAX; i++) {
                if (lines[i] == null) {
                    lines[i] = caller;
                    queue.add(List.of(new Happening.Connected(i)));
                    return i;
                }
            }
        }
        return -1;
    }

    @Override
    public void unplug() {
        hangUp();
        SSLServerSocket open = server;
        server = null;
        if (open != null) {
            shut(open);
        }
    }

    @Override
    public void hangUp() {
        for (int i = 0; i < LINES_MAX; i++) {
            hangUp(i);
        }
    }

    @Override
    public void hangUp(int line) {
        SSLSocket socket;
        synchronized (lines) {
            socket = lines[line];
        }
        if (socket != null) {
            shut(socket);
        }
    }

    private static void shut(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception alreadyGone) {
            // What cannot be closed is closed.
        }
    }

    @Override
    public List<Happening> await(Duration atMost) throws IOException {
        List<Happening> happened = new ArrayList<>();
        try {
            List<Happening> next = queue.poll(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
            while (next != null) {
                happened.addAll(next);
                next = queue.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return happened;
    }

    @Override
    public void send(Bytes bytes) {
        send(0, bytes);
    }

    @Override
    public void send(int line, Bytes bytes) {
        SSLSocket socket;
        synchronized (lines) {
            socket = lines[line];
        }
        try {
            if (socket != null) {
                socket.getOutputStream().write(bytes.toArray());
            }
        } catch (IOException reset) {
            shut(socket);
        }
    }

    @Override
    public void wake() {
        queue.add(List.of());
    }

    @Override
    public void close() {
        unplug();
    }
}
