package org.samokasa.sim.app.demo;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScenarioRunner;
import org.samokasa.sim.script.ScriptException;

/** The demo: {@code demo [--headless] [--trip FILE] [--out DIR] [--locale en|pl]}. */
public final class DemoMain {
    private static final String ATTENDANT = "Anna";

    private DemoMain() {}

    public static void main(String[] words) {
        if (List.of(words).contains("--help")) {
            System.out.println(DemoArguments.USAGE);
            return;
        }
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        DemoArguments arguments;
        try {
            arguments = DemoArguments.parse(words, !GraphicsEnvironment.isHeadless(), Path.of("target", "demo"));
        } catch (IllegalArgumentException wrong) {
            System.err.println("samokasa: " + wrong.getMessage());
            return 2;
        }
        try {
            return arguments.headless() ? playTrip(arguments) : open(arguments);
        } catch (IOException | ScriptException failed) {
            System.err.println("samokasa: " + failed.getMessage());
            return 1;
        }
    }

    private static Shop shop(DemoArguments arguments, Optional<DemoWindows> windows, String window) throws IOException {
        String kiosk = Optional.ofNullable(System.getProperty("samokasa.kiosk.classpath"))
                .orElseThrow(() -> new ScriptException("start the demo with ./samokasa demo"));
        Shop shop = new Shop(
                new DemoFiles(arguments.out().resolve("shop")),
                kiosk,
                Optional.ofNullable(System.getProperty("samokasa.lane.jvm")),
                arguments.locale(),
                windows.map(where -> new Shop.Panel(where.panelLeft(), where.panelWidth(), where.panelPercent())),
                Optional.of(window));
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close the shop"));
        return shop;
    }

    /** A shop to play with: kiosk beside the panel, the attendants' page in the browser. */
    private static int open(DemoArguments arguments) throws IOException {
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        DemoWindows windows = DemoWindows.of(screen.width, screen.height);
        String window = "full-screen = false, x = 0, y = 0, width = %d, height = %d"
                .formatted(windows.kioskWidth(), windows.kioskHeight());
        try (Shop shop = shop(arguments, Optional.of(windows), window)) {
            System.out.println("The kiosk and the panel with its machines are open: you are the shopper.");
            System.out.println("The attendants' page, where you are the attendant: " + shop.console());
            System.out.println("Try: scan beer, touch Help, and answer yourself.");
            Path profile = arguments.out().resolve("shop").resolve("browser");
            Browsing.beside(shop.console(), windows, profile)
                    .ifPresent(
                            page -> Runtime.getRuntime().addShutdownHook(new Thread(page::destroy, "close the page")));
            if (arguments.trip().isPresent()) {
                play(arguments, shop);
            }
            System.out.println("Close the kiosk's window or press Ctrl-C to end.");
            shop.awaitLaneEnd();
        }
        return 0;
    }

    private static int playTrip(DemoArguments arguments) throws IOException {
        String window = "full-screen = false, width = 1080, height = 1920";
        try (Shop shop = shop(arguments, Optional.empty(), window)) {
            boolean good = play(arguments, shop);
            System.out.println("Pictures and trip.jsonl are in " + arguments.out());
            return good ? 0 : 1;
        }
    }

    private static boolean play(DemoArguments arguments, Shop shop) throws IOException {
        Scenario trip = Scenario.parse(script(arguments));
        try (AttendantPage attendant = attendant(shop);
                Writer log = Files.newBufferedWriter(arguments.out().resolve("trip.jsonl"))) {
            LiveStage stage = new LiveStage(shop, attendant, arguments.out(), log);
            new ScenarioRunner(stage).run(trip);
            shop.writePaper(arguments.out().resolve("receipt.png"));
            if (attendant.hasPictures()) {
                attendant.picture(arguments.out().resolve("console.png"));
            }
            if (!stage.everPaid() || !stage.everAnswered()) {
                System.err.println("samokasa: the trip ended " + (stage.everPaid() ? "without help" : "unpaid"));
                return false;
            }
            return true;
        }
    }

    private static AttendantPage attendant(Shop shop) {
        Optional<BrowserPage> browser = BrowserPage.open(shop.console(), ATTENDANT);
        return browser.isPresent() ? browser.get() : new InterfacePage(shop.console(), ATTENDANT);
    }

    private static String script(DemoArguments arguments) throws IOException {
        if (arguments.trip().isPresent()) {
            return Files.readString(arguments.trip().get());
        }
        try (InputStream builtIn = DemoMain.class.getResourceAsStream("/org/samokasa/sim/demo/trip.txt")) {
            return new String(builtIn.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
