package org.samokasa.protocol.nexo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.payment.PaymentNotice.Finding;

/** A question of the shop about an attempt, asked of the terminal until something proves the answer (section 6). */
final class DoubtedPayment {
    private final String attempt;
    private final Instant since;
    private Instant nextAt;
    private int asked;
    private int notFound;
    private Optional<Approval> approval = Optional.empty();

    /**
     * The terminal's own answer, repeated: it was paid then.
     *
     * @param body with its receipts
     */
    record Approval(NexoAnswers.Outcome.Paid paid, JsonTree body) {}

    DoubtedPayment(String attempt, Instant now) {
        this.attempt = attempt;
        this.since = now;
        this.nextAt = now;
    }

    String attempt() {
        return attempt;
    }

    Instant nextAt() {
        return nextAt;
    }

    /** What was answered then; empty while that is not known. */
    Optional<Approval> approval() {
        return approval;
    }

    /** It was paid. Whether it was taken back since is the next question, put at once. */
    void approved(Approval then, Instant now) {
        approval = Optional.of(then);
        notFound = 0;
        nextAt = now;
    }

    boolean isOverdue(Instant now) {
        return !since.plus(NexoTimes.ASK_AT_MOST).isAfter(now);
    }

    /** Nothing was proved; ask again after a pause that grows. */
    void askAgain(Instant now) {
        notFound = 0;
        Duration pause = NexoTimes.ASK.get(Math.min(asked, NexoTimes.ASK.size() - 1));
        asked++;
        nextAt = now.plus(pause);
    }

    /**
     * The terminal does not know it, or has forgotten it. Believed after three more questions, because the request may be
     * on its way.
     */
    Optional<Finding> unknownToTheTerminal(Instant now) {
        notFound++;
        nextAt = now.plus(NexoTimes.NOT_FOUND_PAUSE);
        return notFound < NexoTimes.NOT_FOUND_TIMES ? Optional.empty() : Optional.of(new Finding.NotBooked());
    }
}
