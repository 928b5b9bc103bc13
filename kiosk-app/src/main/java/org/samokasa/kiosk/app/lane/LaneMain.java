package org.samokasa.kiosk.app.lane;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samokasa.kiosk.app.ProcessLog;
import org.samokasa.kiosk.app.config.ConfigException;
import org.samokasa.kiosk.json.JsonLine;

/**
 * The lane process: {@code lane --config FILE [--no-screen]}. With {@code --rehearse} it starts, meets a shopper who scans
 * something, and ends: so the launcher learns which classes a lane loads.
 */
public final class LaneMain {
    private static final String USAGE = "usage: samokasa lane --config FILE [--no-screen]";

    private LaneMain() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.println(USAGE + System.lineSeparator() + "  The keys of FILE: docs/operating.md");
            return;
        }
        int config = words.indexOf("--config");
        boolean noScreen = words.contains("--no-screen");
        boolean rehearse = words.contains("--rehearse");
        int size = 2 + (noScreen ? 1 : 0) + (rehearse ? 1 : 0);
        if (config < 0 || config + 1 >= words.size() || words.size() != size) {
            System.err.println("samokasa: " + USAGE);
            System.exit(2);
        }
        ProcessLog.quiet();
        run(Path.of(words.get(config + 1)), noScreen, rehearse);
    }

    private static void run(Path file, boolean noScreen, boolean rehearse) {
        try {
            LaneConfig config = LaneConfig.read(file);
            LaneProcess lane = LaneProcess.start(config, parts -> noScreen ? LaneScreen.NONE : KioskScreen.open(parts));
            Runtime.getRuntime().addShutdownHook(new Thread(lane::close, "lane-shutdown"));
            Map<String, Object> ready = new LinkedHashMap<>();
            ready.put("ready", "lane");
            ready.put("lane", config.number());
            System.out.println(JsonLine.of(ready));
            if (rehearse) {
                lane.rehearse();
                System.exit(0);
            }
        } catch (ConfigException wrong) {
            wrong.errors().forEach(error -> System.err.println("samokasa: " + error));
            System.exit(2);
        } catch (java.io.IOException | RuntimeException failed) {
            System.err.println("samokasa: lane cannot start: " + failed.getMessage());
            System.exit(1);
        }
    }
}
