package org.samokasa.kiosk.app.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.samokasa.driver.UsualLine;
import org.samokasa.kiosk.json.JsonLine;
import org.samokasa.transport.SerialPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code devices}: what is attached to this computer. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "What is attached to this computer, and the lines a lane's configuration needs for it.")
final class DevicesCommand implements Callable<Integer> {
    private static final int LISTEN_SECONDS_MAX = 600;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with devices: list");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "One JSON object for each serial port. Nothing is sent to a port unless --probe is given.")
    int list(
            @Option(names = "--probe", description = "asks each port who it is, in the words of each driver")
                    boolean probe,
            @Option(names = "--listen", paramLabel = "SECONDS", description = "waits so long for somebody to scan")
                    int listenSeconds,
            @Option(names = "--port", paramLabel = "PATH", description = "this port, which the system may not list")
                    List<String> ports) {
        if (listenSeconds < 0 || listenSeconds > LISTEN_SECONDS_MAX) {
            throw new ParameterException(spec.commandLine(), "--listen is 0 to " + LISTEN_SECONDS_MAX + " seconds");
        }
        List<SerialPorts.Found> found = ports == null
                ? SerialPorts.attached()
                : ports.stream()
                        .map(path -> new SerialPorts.Found(path, "", false))
                        .toList();
        for (SerialPorts.Found port : found) {
            Optional<UsualLine> line = probe ? PortProbe.asks(port.path()) : Optional.empty();
            if (line.isEmpty() && listenSeconds > 0) {
                line = PortProbe.listens(port.path(), Duration.ofSeconds(listenSeconds));
            }
            spec.commandLine().getOut().println(JsonLine.of(explain(port, line)));
        }
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("samokasa: this computer has no serial port");
        }
        return 0;
    }

    private static Map<String, Object> explain(SerialPorts.Found port, Optional<UsualLine> line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("port", port.path());
        json.put("description", port.description().isEmpty() ? null : port.description());
        json.put("followsTheAdapter", port.byIdentity());
        json.put("is", line.map(known -> known.kind() + " " + known.driver()).orElse(null));
        json.put("config", line.map(known -> config(port, known)).orElse(null));
        return json;
    }

    /** As lane.conf writes it; a scale may be either of the two, the produce scale is more common. */
    private static String config(SerialPorts.Found port, UsualLine line) {
        String name = line.kind().equals("scale") ? "produce-scale" : line.kind();
        return name + " { driver = \"" + line.driver() + "\", address = \"serial:" + port.path() + "?" + line.settings()
                + "\" }";
    }
}
