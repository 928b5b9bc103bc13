package org.samokasa.protocol.escpos;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * One look at the printer: the four questions one after the other, or one request for the automatic status. An answer late
 * for its round is nobody's and is dropped.
 */
final class StatusRound {
    /** Sheet section 7, timing: answers take 20 to 100 ms, the host waits 1 s. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);

    private final boolean automatic;
    private final int[] answers = new int[EscPosStatus.QUESTIONS];
    private int asked;
    private Instant limit = Instant.EPOCH;

    StatusRound(EscPosProfile.Status way) {
        automatic = way == EscPosProfile.Status.AUTOMATIC;
    }

    boolean isRunning() {
        return asked > 0;
    }

    /** Begins a round and answers the first question's bytes. */
    Bytes begin(Instant now) {
        asked = 1;
        limit = now.plus(ANSWER_LIMIT);
        return automatic ? EscPosStatus.TELL_CHANGES : EscPosStatus.ask(asked);
    }

    /** Takes an answer; {@link #condition} has the outcome when no further question is returned. */
    Optional<Bytes> answered(int octet, Instant now) {
        answers[asked - 1] = octet;
        if (asked == EscPosStatus.QUESTIONS) {
            asked = 0;
            return Optional.empty();
        }
        asked++;
        limit = now.plus(ANSWER_LIMIT);
        return Optional.of(EscPosStatus.ask(asked));
    }

    PrinterCondition condition() {
        return EscPosStatus.condition(answers[0], answers[1], answers[2], answers[3]);
    }

    boolean isOverdue(Instant now) {
        return isRunning() && !now.isBefore(limit);
    }

    Instant limit() {
        return limit;
    }

    void drop() {
        asked = 0;
    }
}
