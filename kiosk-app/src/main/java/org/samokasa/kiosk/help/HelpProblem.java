package org.samokasa.kiosk.help;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A problem of a lane as far as the helper needs it.
 *
 * @param problemId       the lane's own name for it, unique on that lane
 * @param kind            the lane's kind, as {@code AGE_CHECK}; only shown and counted here
 * @param title           at most three words
 * @param lineName        the goods it is about; empty when it is about the basket or a machine
 * @param consoleSolvable whether an attendant may settle it without walking over
 * @param evidence        what there is to see
 */
public record HelpProblem(
        String problemId,
        String kind,
        String title,
        Optional<String> lineName,
        boolean consoleSolvable,
        List<Evidence> evidence) {
    public HelpProblem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(lineName);
        evidence = List.copyOf(evidence);
        if (problemId.isBlank()) {
            throw new IllegalArgumentException("a problem needs an id");
        }
    }
}
