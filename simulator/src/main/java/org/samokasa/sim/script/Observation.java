package org.samokasa.sim.script;

import java.util.Optional;
import java.util.Set;

/**
 * What a lane shows at one moment, in the words of scenarios.
 *
 * @param phase for instance {@code SHOPPING}
 * @param lines lines of the basket that count
 * @param totalMinor what is to pay, in minor units
 * @param currency ISO 4217 letters
 * @param problems kinds of the open problems
 * @param help state of the open help request, empty when there is none
 * @param screen name of the screen
 * @param paid the last sale is completed
 */
public record Observation(
        String phase,
        int lines,
        long totalMinor,
        String currency,
        Set<String> problems,
        Optional<String> help,
        String screen,
        boolean paid) {
    public Observation {
        problems = Set.copyOf(problems);
    }
}
