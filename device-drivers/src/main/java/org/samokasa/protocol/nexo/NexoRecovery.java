package org.samokasa.protocol.nexo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.Finding;

/** What is in doubt or being taken back, and what the terminal has proved about it (section 6). */
final class NexoRecovery {
    private final NexoOptions options;
    private final ServiceIds ids;
    /** What became of reversals that followed from refused results; the lane asks for it. */
    private final Map<String, Finding> takenBack = new HashMap<>();

    private DoubtedPayment question;
    private PendingReversal reversal;
    private Optional<String> inDoubt = Optional.empty();
    private String cancelWished = "";

    NexoRecovery(NexoOptions options, ServiceIds ids) {
        this.options = options;
        this.ids = ids;
    }

    private boolean isIdle() {
        return inDoubt.isEmpty() && question == null && reversal == null;
    }

    /** Why nothing else may begin; empty when it may. */
    Optional<String> objection() {
        return isIdle() ? Optional.empty() : Optional.of("an earlier attempt is in doubt");
    }

    /** A cancelled payment that turns out to run on is aborted then. */
    void cancelWished(String attempt) {
        cancelWished = attempt;
    }

    void ask(String attempt, Instant now) {
        question = new DoubtedPayment(attempt, now);
    }

    boolean isReversing() {
        return reversal != null;
    }

    void reverse(PendingReversal next) {
        reversal = next;
    }

    Optional<DoubtedPayment> questionDue(Instant now) {
        boolean due = reversal == null && question != null && !question.nextAt().isAfter(now);
        return due ? Optional.of(question) : Optional.empty();
    }

    Optional<PendingReversal> reversalDue(Instant now) {
        return Optional.ofNullable(reversal).filter(next -> !next.nextAt().isAfter(now));
    }

    Optional<Instant> nextDue() {
        Optional<Instant> asking = Optional.ofNullable(question).map(DoubtedPayment::nextAt);
        return Optional.ofNullable(reversal).map(PendingReversal::nextAt).or(() -> asking);
    }

    void askLater(Instant now) {
        if (question != null) {
            question.askAgain(now);
        }
    }

    void reverseLater(Instant now) {
        if (reversal != null) {
            reversal.later(now);
        }
    }

    /** @param perhaps true when the reversal may have reached the terminal */
    void reversalLeft(boolean perhaps) {
        if (reversal != null) {
            reversal.left(perhaps);
        }
    }

    void doubt(String attempt, String why, CallDesk desk) {
        inDoubt = Optional.of(attempt);
        desk.tell(new PaymentNotice.InDoubt(attempt, why));
    }

    /**
     * What became of the payment; and once that is known to have been paid, what became of a reversal: a process before
     * this one may have refused the result and not lived to write that down.
     */
    Map<String, Object> statusRequest() {
        String attempt = question.attempt();
        return question.approval().isPresent()
                ? NexoRequests.status("Reversal", options.saleId(), ids.ofMoney("reverse", attempt))
                : NexoRequests.status("Payment", options.saleId(), ids.ofMoney("pay", attempt));
    }

    /**
     * The outer result only says whether the question was answered (section 5.4).
     *
     * @return the attempt that still runs and shall be aborted
     */
    Optional<String> statusOfPayment(JsonTree body, CallDesk desk) {
        if (question == null) {
            return Optional.empty();
        }
        String attempt = question.attempt();
        if (question.approval().isPresent()) {
            statusOfTakingBack(question.approval().get(), body, desk);
            return Optional.empty();
        }
        JsonTree inner = repeated(body, "Payment", ids.ofMoney("pay", attempt));
        if (inner.exists()) {
            proved(attempt, inner, desk);
        } else if (NexoAnswers.condition(body).equals("NotFound")) {
            question.unknownToTheTerminal(desk.now()).ifPresent(finding -> found(finding, desk));
        } else {
            question.askAgain(desk.now());
            if (NexoAnswers.condition(body).equals("InProgress") && cancelWished.equals(attempt)) {
                cancelWished = "";
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }

    /** The repeated answer, when it is the one that was asked for. */
    private JsonTree repeated(JsonTree body, String category, String serviceId) {
        JsonTree message = body.at("RepeatedMessageResponse");
        NexoHeader expected = NexoHeader.request(category, serviceId, options.saleId(), options.poiId())
                .response();
        boolean ours = NexoAnswers.isSuccess(body)
                && NexoHeader.read(message.at("MessageHeader")).equals(expected);
        return ours ? message.at("RepeatedResponseMessageBody", category + "Response") : new JsonTree(null);
    }

    private void proved(String attempt, JsonTree inner, CallDesk desk) {
        NexoAnswers.Outcome outcome = NexoAnswers.payment(inner, options.poiId());
        if (outcome instanceof NexoAnswers.Outcome.Paid paid) {
            question.approved(new DoubtedPayment.Approval(paid, inner), desk.now());
        } else if (outcome instanceof NexoAnswers.Outcome.Declined declined) {
            found(new Finding.Declined(declined.code()), desk);
        } else if (outcome instanceof NexoAnswers.Outcome.Unclear) {
            question.askAgain(desk.now());
        } else {
            found(new Finding.NotBooked(), desk);
        }
    }

    private void statusOfTakingBack(DoubtedPayment.Approval approval, JsonTree body, CallDesk desk) {
        String attempt = question.attempt();
        JsonTree inner = repeated(body, "Reversal", ids.ofMoney("reverse", attempt));
        if (inner.exists() && NexoAnswers.isSuccess(inner)) {
            found(new Finding.WasReversed(), desk);
        } else if (inner.exists() || NexoAnswers.condition(body).equals("NotFound")) {
            found(new Finding.Paid(approval.paid().settlement()), desk);
            NexoAnswers.finish(attempt, approval.body(), desk);
        } else {
            question.askAgain(desk.now());
        }
    }

    private void found(Finding finding, CallDesk desk) {
        String attempt = question.attempt();
        question = null;
        inDoubt = inDoubt.filter(doubted -> !doubted.equals(attempt));
        desk.tell(new PaymentNotice.Found(attempt, finding));
    }

    void statusOfReversal(JsonTree body, CallDesk desk) {
        JsonTree inner = repeated(body, "Reversal", ids.ofMoney("reverse", reversal.attempt()));
        if (inner.exists()) {
            reversalEnded(inner, desk);
        } else if (NexoAnswers.condition(body).equals("NotFound")) {
            reversal.left(false);
        } else {
            reversal.later(desk.now());
        }
    }

    void reversalEnded(JsonTree body, CallDesk desk) {
        boolean done = NexoAnswers.isSuccess(body);
        endReversal(done, done ? "" : NexoAnswers.condition(body) + " " + NexoAnswers.reason(body), desk);
    }

    private void endReversal(boolean done, String detail, CallDesk desk) {
        PendingReversal ended = reversal;
        reversal = null;
        if (ended.isWished()) {
            desk.tell(new PaymentNotice.Reversed(ended.attempt(), done, detail.strip()));
        } else {
            takenBack.put(
                    ended.attempt(),
                    done
                            ? new Finding.WasReversed()
                            : new Finding.Unknown("paid, and the reversal failed: " + detail.strip()));
        }
    }

    /** Questions that need no terminal any more. */
    void answerWhatIsKnown(boolean lineIsFree, boolean asking, CallDesk desk) {
        if (reversal != null && lineIsFree && reversal.isOverdue(desk.now())) {
            endReversal(false, "the terminal could not be asked", desk);
        }
        if (question == null || asking) {
            return;
        }
        Finding known = takenBack.get(question.attempt());
        if (known != null) {
            found(known, desk);
        } else if (reversal == null && question.isOverdue(desk.now())) {
            found(new Finding.Unknown("the terminal proved nothing within five minutes"), desk);
        }
    }
}
