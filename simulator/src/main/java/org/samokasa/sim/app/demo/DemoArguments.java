package org.samokasa.sim.app.demo;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param headless plays the trip without anybody and ends
 * @param trip the scenario to play, empty for the built-in one
 * @param out where pictures and logs go
 * @param locale language of the kiosk at start
 */
record DemoArguments(boolean headless, Optional<Path> trip, Path out, String locale) {
    static final String USAGE = """
            usage: samokasa demo [--headless] [--trip FILE] [--out DIR] [--locale en|pl]
              A sample shop: one kiosk, the store hub with the attendants' page, simulated machines on real wires.
              With a screen it stays open until you close the kiosk. --headless (also without a screen) plays a trip,
              writes a picture of every screen, receipt.png, console.png and trip.jsonl to --out (target/demo) and
              ends with 0 only if the trip was paid and the call for help was answered.
              --trip plays this scenario instead of the built-in one.""";

    /** @throws IllegalArgumentException in one clear line */
    static DemoArguments parse(List<String> words, boolean screenThere, Path defaultOut) {
        boolean headless = !screenThere;
        Optional<Path> trip = Optional.empty();
        Path out = defaultOut;
        String locale = "en";
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--headless" -> headless = true;
                case "--trip" -> trip = Optional.of(Path.of(value(word, rest)));
                case "--out" -> out = Path.of(value(word, rest));
                case "--locale" -> locale = value(word, rest);
                default -> throw new IllegalArgumentException("demo does not know '" + word + "'; try --help");
            }
        }
        if (!locale.equals("en") && !locale.equals("pl")) {
            throw new IllegalArgumentException("--locale is en or pl, not '" + locale + "'");
        }
        return new DemoArguments(headless, trip, out.toAbsolutePath().normalize(), locale);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value; try --help");
        }
        return rest.next();
    }
}
