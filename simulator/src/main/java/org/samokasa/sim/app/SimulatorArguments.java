package org.samokasa.sim.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The command line of the simulator.
 *
 * @param control port for steps as text, empty for none
 */
record SimulatorArguments(Path config, boolean panel, Optional<Integer> control) {
    static final String USAGE = "usage: simulate --config FILE [--panel] [--control PORT]";

    /** @throws IllegalArgumentException with one line that says what is wrong */
    static SimulatorArguments parse(String... arguments) {
        Path config = null;
        boolean panel = false;
        Optional<Integer> control = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--config" -> config = Path.of(value(arguments, ++i));
                case "--panel" -> panel = true;
                case "--control" -> control = Optional.of(port(value(arguments, ++i)));
                default -> throw new IllegalArgumentException("unknown argument '" + arguments[i] + "'; " + USAGE);
            }
        }
        if (config == null) {
            throw new IllegalArgumentException("--config is missing; " + USAGE);
        }
        return new SimulatorArguments(config, panel, control);
    }

    private static String value(String[] arguments, int place) {
        if (place >= arguments.length) {
            throw new IllegalArgumentException("something is missing behind " + arguments[place - 1] + "; " + USAGE);
        }
        return arguments[place];
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("'" + text + "' is no port; " + USAGE);
        }
        return Integer.parseInt(text);
    }
}
