package org.samokasa.sim.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Verb;

/** The scenarios of one folder; a file's name without {@code .txt} is the scenario's name. */
record ScenarioFolder(Path folder) {
    private static final String ENDING = ".txt";

    /** In the order of the alphabet; none when the folder does not exist. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ScriptException(folder + " cannot be read: " + e.getMessage());
        }
    }

    /** Writes a scenario, and makes the folder when it is the first. */
    void save(String name, String text) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9 _.-]{0,60}")) {
            throw new ScriptException("a scenario's name has letters, digits, blanks and hyphens, not '" + name + "'");
        }
        Path file = folder.resolve(name + ENDING);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ScriptException(file + " cannot be written: " + e.getMessage());
        }
    }

    Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /**
     * Reads a scenario that machines alone can play. What it expects of a lane is not looked at.
     *
     * @throws ScriptException naming every line that is wrong or needs a lane
     */
    static Scenario read(Path file) {
        Scenario scenario;
        try {
            scenario = Scenario.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ScriptException(file + " cannot be read: " + e.getMessage());
        }
        List<String> others = scenario.steps().stream()
                .filter(step -> step.verb().place() != Verb.Place.MACHINE && step.verb() != Verb.WAIT)
                .map(step -> "line " + step.line() + " (" + step + ")")
                .toList();
        if (!others.isEmpty()) {
            throw new ScriptException("machines alone cannot do " + String.join(", ", others) + "; demo --trip can");
        }
        return scenario;
    }
}
