package org.samokasa.protocol.qr;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.Finding;

/** What is in doubt, and the shop's question about it. */
final class QrDoubts {
    private final QrOptions options;
    private Optional<String> inDoubt = Optional.empty();
    private boolean doubtedWasShown;
    private QrQuestion question;

    QrDoubts(QrOptions options) {
        this.options = options;
    }

    /** @param shown whether a payer may have seen its code */
    void doubt(String attempt, boolean shown, String why, CallDesk desk) {
        inDoubt = Optional.of(attempt);
        doubtedWasShown = shown;
        desk.tell(new PaymentNotice.InDoubt(attempt, why));
    }

    void ask(String attempt, long minor, String currency, Instant now) {
        boolean shown = doubtedWasShown && inDoubt.filter(attempt::equals).isPresent();
        question = new QrQuestion(attempt, QrReference.of(options.till(), attempt), minor, currency, shown, now);
    }

    /** True while nothing new may be paid. */
    boolean block() {
        return inDoubt.isPresent() || question != null && !question.isLeftToHuman();
    }

    /** A human has decided; what the gateway says now is told to nobody. */
    void forget() {
        question = null;
    }

    /** Leaves it to a human when it has taken long; the gateway is asked on. */
    void tick(CallDesk desk) {
        if (question != null && question.isForHuman(desk.now())) {
            inDoubt = Optional.empty();
            desk.tell(new PaymentNotice.Found(
                    question.attempt(), new Finding.Unknown("the gateway proved nothing within five minutes")));
        }
    }

    Optional<Bytes> due(QrGateway gateway, Instant now) {
        return Optional.ofNullable(question)
                .filter(asked -> asked.isDue(now))
                .map(asked ->
                        asked.shallClose() ? gateway.cancel(asked.reference()) : gateway.status(asked.reference()));
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(question).map(QrQuestion::nextDue);
    }

    boolean isOurs(QrDocument document) {
        return question == null || question.isOurs(document);
    }

    /** @param goingBack whether its money is on its way back and the end of that is to be waited for */
    void answered(QrDocument document, boolean goingBack, CallDesk desk) {
        if (question == null) {
            return;
        }
        if (goingBack) {
            question.askAgain(desk.now());
        } else if (document.state() == QrDocument.State.OPEN) {
            question.closeFirst(desk.now());
        } else {
            found(QrVerdicts.finding(document, options), desk);
        }
    }

    /** The gateway knows no such payment. */
    void unknown(CallDesk desk) {
        if (question != null && question.isUnknown(desk.now())) {
            found(new Finding.NotBooked(), desk);
        }
    }

    /** Nothing was learnt. */
    void later(Instant now) {
        if (question != null) {
            question.askAgain(now);
        }
    }

    private void found(Finding finding, CallDesk desk) {
        String attempt = question.attempt();
        question = null;
        inDoubt = inDoubt.filter(doubted -> !doubted.equals(attempt));
        desk.tell(new PaymentNotice.Found(attempt, finding));
    }
}
