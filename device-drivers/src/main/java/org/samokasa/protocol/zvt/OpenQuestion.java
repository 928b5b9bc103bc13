package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.Optional;

/** The question what became of an attempt, from when it was put until it is answered or given up. */
final class OpenQuestion {
    private EnquiryTask.Question question;
    private Instant pausedUntil;
    /** It is with the terminal, whose answer is waited for however long ago it was put. */
    private boolean asked;

    void put(EnquiryTask.Question next) {
        question = next;
        pausedUntil = next.since();
    }

    boolean isOpen() {
        return question != null;
    }

    EnquiryTask.Question get() {
        return question;
    }

    void close() {
        question = null;
        asked = false;
    }

    /** Put to the terminal now. */
    EnquiryTask ask(Knowledge knowledge) {
        asked = true;
        return new EnquiryTask(question, knowledge);
    }

    /** Open, and not with the terminal. */
    boolean isWaiting() {
        return isOpen() && !asked;
    }

    /** The terminal could not be asked this time. */
    void pause(Instant now) {
        pausedUntil = now.plus(ZvtTimes.STATUS_PAUSE);
        asked = false;
    }

    boolean mayBeAsked(Instant now) {
        return isOpen() && !pausedUntil.isAfter(now);
    }

    boolean isOverdue(Instant now) {
        return !givenUpAt().isAfter(now);
    }

    /** @param askable whether the terminal would answer now */
    Optional<Instant> due(boolean askable) {
        return isWaiting() ? Optional.of(askable ? pausedUntil : givenUpAt()) : Optional.empty();
    }

    private Instant givenUpAt() {
        return question.since().plus(ZvtTimes.ENQUIRY_AT_MOST);
    }
}
