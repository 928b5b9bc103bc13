package org.samokasa.protocol.scale;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Believes a weight only when it was read several times in a row. A digit that was damaged on its way and still looks like
 * a digit is then no weight, unless the same damage happens again at once.
 */
final class EqualReadings {
    /** Between two readings that are to confirm each other; sheet section 1: 200 to 500 ms. */
    static final Duration APART = Duration.ofMillis(200);
    /** So many readings in a row that do not confirm each other are a load that does not come to rest. */
    static final int RESTLESS_AFTER = 4;

    private final int needed;
    private ScaleAnswer believed;
    private ScaleAnswer candidate;
    private int seen;
    private int unconfirmed;

    EqualReadings(int needed) {
        this.needed = needed;
    }

    /** What may be believed now; empty when the reading has to be confirmed by the next one. */
    Optional<ScaleAnswer> take(ScaleAnswer answer) {
        boolean doubtful = answer.isAtRest() || answer instanceof ScaleAnswer.Pounds;
        if (answer instanceof ScaleAnswer.NothingNew) {
            return Optional.of(nothingNewer(answer));
        }
        if (!doubtful || needed == 1) {
            forget();
            return Optional.of(answer);
        }
        seen = answer.equals(candidate) ? seen + 1 : 1;
        candidate = answer;
        if (answer.equals(believed) || seen >= needed) {
            believed = answer;
            unconfirmed = 0;
            return Optional.of(answer);
        }
        return unsure();
    }

    /** A scale that tells each weight only once cannot be read twice: what it stands by is believed. */
    private ScaleAnswer nothingNewer(ScaleAnswer answer) {
        if (Objects.equals(candidate, believed)) {
            return answer;
        }
        believed = candidate;
        unconfirmed = 0;
        return candidate;
    }

    private Optional<ScaleAnswer> unsure() {
        unconfirmed++;
        if (unconfirmed < RESTLESS_AFTER) {
            return Optional.empty();
        }
        forget();
        return Optional.of(new ScaleAnswer.Moving());
    }

    void forget() {
        believed = null;
        candidate = null;
        seen = 0;
        unconfirmed = 0;
    }
}
