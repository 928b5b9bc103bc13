package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionException;
import org.samokasa.kiosk.app.ProcessLog;
import org.samokasa.kiosk.app.config.ConfigException;
import org.samokasa.kiosk.json.RecordJson;

/** Starts the store hub: {@code --config FILE}. Prints one line of JSON when lanes and attendants may come. */
public final class HubMain {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_WRONG_USE = 2;
    private static final String USAGE = "usage: samokasa store --config FILE";

    /** What is printed when the hub is ready. */
    record Ready(String ready, String console, int mqtt) {}

    private HubMain() {}

    /** Runs until the process is told to end; exit 2 on wrong use or configuration, 1 when the hub cannot go on. */
    public static void main(String[] arguments) {
        ProcessLog.quiet();
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.println(USAGE);
            return 0;
        }
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            err.println(USAGE);
            return EXIT_WRONG_USE;
        }
        try {
            HubConfig config = HubConfigReader.read(Path.of(arguments[1]));
            return serve(Hub.start(config, Clock.tickMillis(ZoneOffset.UTC)), out, err);
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return EXIT_WRONG_USE;
        } catch (IOException e) {
            err.println("the hub cannot start: " + e.getMessage());
            return EXIT_FAILED;
        }
    }

    private static int serve(Hub hub, PrintStream out, PrintStream err) {
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "hub-shutdown"));
        Ready ready = new Ready("hub", hub.consoleUrl(), hub.mqttPort());
        out.println(new String(RecordJson.write(Ready.class, ready), StandardCharsets.UTF_8));
        out.flush();
        try {
            hub.failure().join();
            return 0;
        } catch (CompletionException e) {
            err.println("the hub has to be started anew: " + e.getCause().getMessage());
            return EXIT_FAILED;
        }
    }
}
