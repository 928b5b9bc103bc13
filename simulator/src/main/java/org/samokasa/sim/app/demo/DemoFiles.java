package org.samokasa.sim.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything the demo's processes are told, written into one folder that is made anew for each demo. */
public final class DemoFiles {
    private final Path folder;
    private final int mqttPort = freePort();
    private final int webPort = freePort();
    private final int terminalPort = freePort();
    private final int printerPort = freePort();
    private final int lightPort = freePort();
    private final int automationPort = freePort();

    /** @param folder emptied first */
    public DemoFiles(Path folder) throws IOException {
        this.folder = folder;
        empty(folder);
        Files.createDirectories(folder);
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on this machine", e);
        }
    }

    int automationPort() {
        return automationPort;
    }

    /** Journal and catalogue of the lane. */
    public Path laneData() {
        return folder.resolve("lane-4");
    }

    Path log(String process) {
        return folder.resolve(process + ".log");
    }

    Path goods() throws IOException {
        Path file = folder.resolve("goods.csv");
        try (InputStream goods = DemoFiles.class.getResourceAsStream("/org/samokasa/sim/demo/goods.csv")) {
            Files.copy(goods, file);
        }
        return file;
    }

    /** The panel's shelf: what has a barcode of its own, with its English name where it has one. */
    private Path shelf() throws IOException {
        List<String> lines = new ArrayList<>(List.of("code,name,grams"));
        try (BufferedReader goods = new BufferedReader(new InputStreamReader(
                DemoFiles.class.getResourceAsStream("/org/samokasa/sim/demo/goods.csv"), StandardCharsets.UTF_8))) {
            goods.readLine();
            goods.lines()
                    .map(DemoFiles::shelfLine)
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
        }
        return Files.write(folder.resolve("shelf.csv"), lines);
    }

    private static String[] fields(String row) {
        return row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    }

    private static String shelfLine(String row) {
        String[] fields = fields(row);
        boolean barcode = fields[0].matches("[0-9]{8,14}");
        String name = fields[2].isEmpty() ? fields[1] : fields[2];
        return barcode ? fields[0] + "," + name + "," + (fields[8].isEmpty() ? "0" : fields[8]) : "";
    }

    Path simulator(boolean patient) throws IOException {
        shelf();
        // Played by a script the shopper is quick; in front of a person a terminal takes its usual time.
        String pace = patient ? "" : ", cardDelay = \"300 ms\", hostLatency = \"400 ms\"";
        return Files.writeString(
                folder.resolve("simulator.conf"), """
                ptyFolder = "wires"
                products = "shelf.csv"
                machines = [
                  { name = scanner, kind = scanner, port = "pty:scanner" }
                  { name = produce-scale, kind = scale, port = "pty:produce-scale", intervalGrams = 1 }
                  { name = bagging-scale, kind = scale, port = "pty:bagging-scale", intervalGrams = 1 }
                  { name = terminal, kind = zvt-terminal, port = "tcp:%d", currency = PLN, zone = "Europe/Warsaw",
                    merchant = "Samokasa Market"%s }
                  { name = printer, kind = printer, port = "tcp:%d" }
                  { name = light, kind = light, port = "tcp:%d", model = patlite }
                ]
                """.formatted(terminalPort, pace, printerPort, lightPort));
    }

    Path hub() throws IOException {
        return Files.writeString(folder.resolve("hub.conf"), """
                shop = demo
                data = "%s"
                web { port = %d }
                mqtt { port = %d }
                """.formatted(folder.resolve("hub"), webPort, mqttPort));
    }

    /** @param window the window part of the lane's configuration */
    Path lane(String locale, String window) throws IOException {
        Path wires = folder.resolve("wires");
        return Files.writeString(folder.resolve("lane.conf"), """
                include classpath("org/samokasa/kiosk/app/sample-shop.conf")
                shop { language = %s }
                lane { number = 4, data = "%s", window { %s } }
                machines {
                  scanner { driver = serial-text, address = "serial:%s/scanner?baud=9600" }
                  produce-scale { driver = "8217", address = "serial:%s/produce-scale?baud=9600&bits=7&parity=even" }
                  bagging-scale { driver = "8217", address = "serial:%s/bagging-scale?baud=9600&bits=7&parity=even" }
                  terminal { driver = zvt, address = "tcp://127.0.0.1:%d" }
                  printer { driver = escpos, address = "tcp://127.0.0.1:%d" }
                  light { driver = patlite, address = "tcp://127.0.0.1:%d" }
                }
                hub { mqtt = "mqtt://127.0.0.1:%d" }
                automation { port = %d }
                """.formatted(
                        locale,
                        laneData(),
                        window,
                        wires,
                        wires,
                        wires,
                        terminalPort,
                        printerPort,
                        lightPort,
                        mqttPort,
                        automationPort));
    }
}
