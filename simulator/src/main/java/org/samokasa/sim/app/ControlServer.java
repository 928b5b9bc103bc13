package org.samokasa.sim.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.samokasa.sim.script.ScriptException;

/**
 * Takes steps as lines of text on a loopback port and answers each with {@code ok}, {@code error WHY} or one line of JSON:
 * machine steps, {@code status}, {@code paper FILE.png}.
 */
final class ControlServer implements AutoCloseable {
    private static final int LINE_BYTES_MAX = 8_192;

    private final Simulator simulator;
    private final ServerSocket server;

    /** @param port 0 lets the system choose */
    ControlServer(Simulator simulator, int port) throws IOException {
        this.simulator = simulator;
        server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        start("control", this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start("control client", () -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            Optional<String> line = readLine(in);
            while (line.isPresent()) {
                out.write((answer(line.get().strip()) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                line = readLine(in);
            }
        } catch (IOException clientGone) {
            // A client may leave whenever it likes; there is nothing to tidy up for it.
        }
    }

    /** Empty at the end of the stream and for a line without end. */
    private static Optional<String> readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && line.size() < LINE_BYTES_MAX; octet = in.read()) {
            if (octet == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            line.write(octet);
        }
        return Optional.empty();
    }

    /** Never throws: a wrong line is answered. */
    String answer(String line) {
        try {
            if (line.equals("status")) {
                return Json.status(simulator);
            }
            if (line.startsWith("paper ")) {
                simulator.writePaper(Path.of(line.substring("paper ".length()).strip()));
            } else {
                simulator.perform(line);
            }
            return "ok";
        } catch (ScriptException | IOException | InvalidPathException e) {
            return "error " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to release.
        }
    }
}
