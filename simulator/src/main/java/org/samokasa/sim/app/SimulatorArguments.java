package org.samokasa.sim.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The command line of the simulator.
 *
 * @param panelLeft where the panel's left edge goes, empty leaves it to the window system
 * @param panelWidth zero for all to the right of that edge
 * @param control port for steps as text, empty for none
 * @param record folder that gets a recording of each wire, empty for none
 */
record SimulatorArguments(
        Path config,
        boolean panel,
        Optional<Integer> panelLeft,
        int panelWidth,
        Optional<Integer> control,
        Optional<Path> record) {
    static final String USAGE =
            "usage: simulate --config FILE [--panel] [--panel-left PIXELS [--panel-width PIXELS]] [--control PORT] [--record FOLDER]";

    /** @throws IllegalArgumentException with one line that says what is wrong */
    static SimulatorArguments parse(String... arguments) {
        Path config = null;
        boolean panel = false;
        Optional<Integer> panelLeft = Optional.empty();
        int panelWidth = 0;
        Optional<Integer> control = Optional.empty();
        Optional<Path> record = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--config" -> config = Path.of(value(arguments, ++i));
                case "--panel" -> panel = true;
                case "--panel-left" -> panelLeft = Optional.of(number("position", value(arguments, ++i)));
                case "--panel-width" -> panelWidth = number("width", value(arguments, ++i));
                case "--control" -> control = Optional.of(number("port", value(arguments, ++i)));
                case "--record" -> record = Optional.of(Path.of(value(arguments, ++i)));
                default -> throw new IllegalArgumentException("unknown argument '" + arguments[i] + "'; " + USAGE);
            }
        }
        if (config == null) {
            throw new IllegalArgumentException("--config is missing; " + USAGE);
        }
        return new SimulatorArguments(config, panel, panelLeft, panelWidth, control, record);
    }

    private static String value(String[] arguments, int place) {
        if (place >= arguments.length) {
            throw new IllegalArgumentException("something is missing behind " + arguments[place - 1] + "; " + USAGE);
        }
        return arguments[place];
    }

    private static int number(String what, String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("'" + text + "' is no " + what + "; " + USAGE);
        }
        return Integer.parseInt(text);
    }
}
