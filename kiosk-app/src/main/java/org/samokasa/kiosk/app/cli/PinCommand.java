package org.samokasa.kiosk.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.samokasa.kiosk.app.PinHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pin}: makes the line that a lane's configuration needs for its staff's page. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description =
                "Reads a PIN of 4 to 12 digits (unseen at a terminal, else one line of input) and prints the value "
                        + "of staff.pin for lane.conf.")
final class PinCommand implements Callable<Integer> {
    private static final int SALT_BYTES = 16;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            spec.commandLine().getOut().println(PinHash.of(read(), salt));
            return 0;
        } catch (IllegalArgumentException noPin) {
            throw new ParameterException(spec.commandLine(), noPin.getMessage());
        }
    }

    /** Never a parameter: other users of the machine see those. */
    private static String read() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("PIN: ");
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)).readLine();
        return line == null ? "" : line.strip();
    }
}
