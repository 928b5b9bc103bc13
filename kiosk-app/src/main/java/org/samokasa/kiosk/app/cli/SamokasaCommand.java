package org.samokasa.kiosk.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.samokasa.kiosk.app.config.ConfigException;
import org.samokasa.kiosk.persistence.catalogue.CatalogueException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry of all one-shot commands. A wrong use is one clear line and exit code 2; a failure one line and exit code 1. */
@Command(
        name = "samokasa",
        mixinStandardHelpOptions = true,
        description = "Open self-checkout: commands beside the running shop.",
        subcommands = {
            DecodeCommand.class,
            CatalogueCommand.class,
            JournalCommand.class,
            DevicesCommand.class,
            PinCommand.class
        })
public final class SamokasaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return 0 done, 1 it failed, 2 it was called wrongly */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new SamokasaCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine().getErr().println("samokasa: " + oneLine(wrong.getMessage()));
            return 2;
        });
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof IOException
                    || failure instanceof CatalogueException
                    || failure instanceof ConfigException
                    || failure instanceof IllegalArgumentException) {
                command.getErr().println("samokasa: " + failure.getMessage());
                return 1;
            }
            throw failure;
        });
        return line.execute(arguments);
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("wrong use") + "; try --help";
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: decode, catalogue, journal, devices or pin");
    }
}
