package org.samokasa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.persistence.catalogue.CatalogueDraft;
import org.samokasa.kiosk.persistence.catalogue.CatalogueImport;

/**
 * P8 start of a lane with 100,000 goods to its painted window, and kill to the same basket; P9 its memory after 10,000
 * scans. Reference for both: {@link BareFrame}. Needs a display.
 */
final class ProcessBench {
    private static final int GOODS = 100_000;
    private static final int STARTS = 7;
    private static final int SCANS = 10_000;

    private ProcessBench() {}

    static List<Figure> run(Path folder) throws Exception {
        int port = freePort();
        Path config = shop(folder, port);
        double[] ours = new double[STARTS];
        double[] bare = new double[STARTS];
        double[] ratio = new double[STARTS];
        for (int round = -1; round < STARTS; round++) {
            double a = seconds(JavaProcess.lane(config));
            double b = seconds(JavaProcess.start(List.of(BareFrame.class.getName())));
            if (round >= 0) {
                ours[round] = a;
                bare[round] = b;
                ratio[round] = a / b;
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "P8",
                "start to painted window with " + GOODS + " goods",
                Pairs.median(ours),
                "s",
                Pairs.median(bare),
                Pairs.median(ratio),
                Optional.of("<= 2")));
        figures.add(sameBasket(config, port, Pairs.median(bare)));
        figures.add(memory(config, port));
        return figures;
    }

    private static double seconds(JavaProcess process) {
        try (process) {
            return process.secondsToReady();
        }
    }

    private static Figure sameBasket(Path config, int port, double bare) throws Exception {
        double[] seconds = new double[STARTS];
        JavaProcess first = JavaProcess.lane(config);
        try (first) {
            ask(port, "tell pick gtin:0" + ScanToPaintBench.gtin(1));
            awaitLines(port, 1);
        }
        for (int round = 0; round < STARTS; round++) {
            long began = System.nanoTime();
            JavaProcess again = JavaProcess.lane(config);
            try (again) {
                awaitLines(port, 1);
                seconds[round] = (System.nanoTime() - began) / 1e9;
            }
        }
        return new Figure(
                "P8b",
                "kill to the same basket in the window",
                Pairs.median(seconds),
                "s",
                bare,
                Pairs.median(seconds) / bare,
                Optional.of("<= 2"));
    }

    private static Figure memory(Path config, int port) throws Exception {
        try (JavaProcess process = JavaProcess.lane(config);
                JavaProcess bare = JavaProcess.start(List.of(BareFrame.class.getName()))) {
            for (int scan = 0; scan < SCANS / 2; scan++) {
                ask(port, "tell pick gtin:0" + ScanToPaintBench.gtin(1));
                ask(port, "tell remove " + (scan + 2));
            }
            double ours = process.residentMebibytes();
            double reference = bare.residentMebibytes();
            return new Figure(
                    "P9",
                    "resident memory after " + SCANS + " scans and removals",
                    ours,
                    "MiB",
                    reference,
                    ours / reference,
                    Optional.of("<= 1.5"));
        }
    }

    static void awaitLines(int port, int lines) throws IOException {
        while (!ask(port, "view").contains("\"lines\":" + lines)) {
            Thread.onSpinWait();
        }
    }

    static String ask(int port, String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            out.println(line);
            return String.valueOf(in.readLine());
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A shop with many goods and no machines. */
    static Path shop(Path folder, int port) throws IOException {
        Path data = Files.createDirectories(folder.resolve("lane"));
        List<String> rows = new ArrayList<>(List.of("code,name,price,grams"));
        for (int article = 1; article <= GOODS; article++) {
            rows.add(ScanToPaintBench.gtin(article) + ",Article number " + article + ",1.99,100");
        }
        Path list = Files.write(folder.resolve("goods.csv"), rows);
        try (CatalogueDraft catalogue = CatalogueDraft.open(data, "PLN")) {
            new CatalogueImport(catalogue, Set.of("A")).run(list, folder.resolve("rejects.csv"));
        }
        return Files.writeString(folder.resolve("lane.conf"), """
                include classpath("org/samokasa/kiosk/app/sample-shop.conf")
                lane { number = 4, data = "%s", window { full-screen = false, width = 1080, height = 1000 } }
                machines { }
                automation { port = %d }
                """.formatted(data, port));
    }
}
