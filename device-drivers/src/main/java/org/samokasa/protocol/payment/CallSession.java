package org.samokasa.protocol.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * The till's side of a protocol that calls the terminal for each question. Pure: news of the lines, wishes and time come
 * in, steps come out.
 */
public interface CallSession {
    List<CallStep> onOpened(int line, Instant now);

    /** An attempt to open the line failed: nothing was sent. */
    List<CallStep> onUnavailable(int line, String why, Instant now);

    List<CallStep> onReceived(int line, Bytes bytes, Instant now);

    /** The far end closed the line. */
    List<CallStep> onLost(int line, String why, Instant now);

    /** The line would not take what was to be sent: nothing left. */
    List<CallStep> onNotSent(int line, Instant now);

    List<CallStep> poll(Instant now);

    /** When {@link #poll} has something to do; empty when there is nothing. */
    Optional<Instant> nextDue();

    /** Starts a payment, or tells at once why not. */
    List<CallStep> pay(String attempt, long minor, String currency, Instant now);

    /** The verdict on this attempt is on disk. Ignored when none waits. */
    List<CallStep> accept(String attempt, Instant now);

    /** The verdict on this attempt is of no use or could not be kept. Ignored when none waits. */
    List<CallStep> refuse(String attempt, Instant now);

    /** A wish; the payment's own ending decides. */
    List<CallStep> cancel(String attempt, Instant now);

    /** @param receipt the {@link Settlement.Transaction#receipt} of what is to be reversed */
    List<CallStep> reverse(String attempt, String receipt, long minor, String currency, Instant now);

    /** Finds out what became of an attempt; answered by {@link PaymentNotice.Found}. */
    List<CallStep> enquire(String attempt, long minor, String currency, Instant now);

    /** Whether {@link #diagnose} is more than a refusal. */
    default boolean canDiagnose() {
        return false;
    }

    /** Has the terminal look for its host; answered by {@link PaymentNotice.Diagnosed}. Never while money is under way. */
    default List<CallStep> diagnose(String run, Instant now) {
        return List.of(new CallStep.Tell(new PaymentNotice.Diagnosed(run, false, "not offered by this terminal")));
    }
}
