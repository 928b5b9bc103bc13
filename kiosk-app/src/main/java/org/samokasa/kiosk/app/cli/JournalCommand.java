package org.samokasa.kiosk.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.samokasa.kiosk.json.JsonLine;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.journal.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journal}: what a lane or hub has on disk; also while it runs. */
@Command(name = "journal", mixinStandardHelpOptions = true, description = "What a lane or hub has on disk.")
final class JournalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: verify or export");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Checks every record and the chain. Exit 0 and a summary, or exit 1 naming the first bad one.")
    int verify(
            @Option(names = "--data", defaultValue = "data", description = "data directory (${DEFAULT-VALUE})")
                    Path data)
            throws IOException {
        return report(JournalReader.verify(files(data)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Every record as one line of JSON with its position.")
    int export(
            @Option(names = "--data", defaultValue = "data", description = "data directory (${DEFAULT-VALUE})")
                    Path data)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Verification verification = JournalReader.read(
                files(data),
                (position, payload) -> out.println("{\"position\":" + position + ",\"event\":"
                        + new String(payload, StandardCharsets.UTF_8) + "}"));
        out.flush();
        return verification.firstBad().isEmpty() ? 0 : report(verification);
    }

    private DiskFiles files(Path data) {
        Path directory = data.resolve("journal");
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), "there is no journal in " + data);
        }
        return new DiskFiles(directory);
    }

    private int report(Verification verification) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", verification.records());
        json.put("frames", verification.frames());
        json.put("segments", verification.segments());
        json.put("firstBad", verification.firstBad().orElse(null));
        spec.commandLine().getOut().println(JsonLine.of(json));
        return verification.firstBad().isEmpty() ? 0 : 1;
    }
}
