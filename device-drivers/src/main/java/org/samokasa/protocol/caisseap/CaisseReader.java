package org.samokasa.protocol.caisseap;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Collects one answer. It has no end mark: it is over when everything an answer must have is there, no field is cut, and
 * the terminal has closed the line or been quiet for 300 ms (section 1).
 */
final class CaisseReader {
    /** Section 1, project choice: longer than the gap between two segments of one answer. */
    static final Duration QUIET = Duration.ofMillis(300);

    private Bytes collected = Bytes.EMPTY;
    private CaisseMessage.Reading reading = new CaisseMessage.Reading.Whole(CaisseMessage.EMPTY);
    private Instant heardAt = Instant.EPOCH;

    void feed(Bytes bytes, Instant now) {
        if (reading instanceof CaisseMessage.Reading.Malformed) {
            return;
        }
        collected = collected.plus(bytes);
        reading = CaisseMessage.read(collected);
        heardAt = now;
    }

    Optional<String> flaw() {
        return reading instanceof CaisseMessage.Reading.Malformed malformed
                ? Optional.of(malformed.why())
                : Optional.empty();
    }

    /** The answer, once it can be taken as whole. */
    Optional<CaisseAnswer> answer(boolean closed, Instant now) {
        boolean over = closed || !now.isBefore(heardAt.plus(QUIET));
        return over ? complete() : Optional.empty();
    }

    /** When {@link #answer} may answer without a further byte. */
    Optional<Instant> due() {
        return complete().map(answer -> heardAt.plus(QUIET));
    }

    private Optional<CaisseAnswer> complete() {
        return reading instanceof CaisseMessage.Reading.Whole whole && CaisseAnswer.isComplete(whole.message())
                ? Optional.of(new CaisseAnswer(whole.message()))
                : Optional.empty();
    }
}
