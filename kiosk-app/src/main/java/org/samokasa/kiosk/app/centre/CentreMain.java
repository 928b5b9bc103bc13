package org.samokasa.kiosk.app.centre;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.samokasa.kiosk.app.ProcessLog;
import org.samokasa.kiosk.app.config.ConfigException;
import org.samokasa.kiosk.json.RecordJson;

/** Starts a help centre: {@code --config FILE}. Prints one line of JSON when operators may come. */
public final class CentreMain {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_WRONG_USE = 2;
    private static final String USAGE = "usage: samokasa centre --config FILE";

    /** What is printed when the centre is ready. */
    record Ready(String ready, String page, int shops) {}

    private CentreMain() {}

    /** Runs until the process is told to end; exit 2 on wrong use or configuration, 1 when it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        ProcessLog.quiet();
        int exit = run(arguments, System.out, System.err);
        if (exit != 0 || arguments[0].equals("--help")) {
            System.exit(exit);
        }
        new CountDownLatch(1).await();
    }

    /** @return 0 when the centre runs, or its usage was asked for */
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
            CentreConfig config = CentreConfigReader.read(Path.of(arguments[1]));
            Centre centre = Centre.start(config, Clock.tickMillis(ZoneOffset.UTC));
            Runtime.getRuntime().addShutdownHook(new Thread(centre::close, "centre-shutdown"));
            Ready ready = new Ready("centre", centre.url(), config.shops().size());
            out.println(new String(RecordJson.write(Ready.class, ready), StandardCharsets.UTF_8));
            out.flush();
            return 0;
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return EXIT_WRONG_USE;
        } catch (IOException e) {
            err.println("the centre cannot start: " + e.getMessage());
            return EXIT_FAILED;
        }
    }
}
