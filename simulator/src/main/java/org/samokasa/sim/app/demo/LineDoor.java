package org.samokasa.sim.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.samokasa.sim.script.ScriptException;

/**
 * A process's door for scripts on a loopback port: a line out, a line back. A new connection for each, so that the process
 * may restart in between.
 */
public final class LineDoor {
    private static final int ANSWER_MILLIS_MAX = 20_000;

    private final String name;
    private final int port;

    /** @param name of the process, for complaints */
    LineDoor(String name, int port) {
        this.name = name;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** An answer that is a JSON object. */
    public Map<String, Object> object(String line) {
        return JsonText.object(ask(line));
    }

    /** @throws ScriptException when the process says no or says nothing */
    public void order(String line) {
        String answer = ask(line);
        if (!answer.equals("ok")) {
            throw new ScriptException(name + ": " + answer);
        }
    }

    public String ask(String line) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            out.println(line);
            String answer = in.readLine();
            if (answer == null) {
                throw new ScriptException(name + " hung up on '" + line + "'");
            }
            return answer;
        } catch (IOException gone) {
            throw new ScriptException(name + " cannot be reached: " + gone.getMessage());
        }
    }
}
