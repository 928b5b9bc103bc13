package org.samokasa.kiosk.hardware;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.CardTerminal.ReversalRequest;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.TerminalTransaction;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Lane;

/** Carries out what the lane decided. Machines are reached through doors that hand the call to their own thread. */
public final class EffectRunner {
    /** Hands a call to a machine's own thread; false when the lane has no such machine. */
    public interface Door<D> {
        boolean tell(Consumer<D> call);
    }

    private final Door<CardTerminal> terminal;
    private final Door<ReceiptPrinter> printer;
    private final Consumer<Effect.Sound> loudspeaker;
    private final ReceiptTranslator receipts;
    private final Map<Language, Words> words;
    private final Consumer<Effect.RunTest> tests;

    public EffectRunner(
            Door<CardTerminal> terminal,
            Door<ReceiptPrinter> printer,
            Consumer<Effect.Sound> loudspeaker,
            ReceiptTranslator receipts,
            Map<Language, Words> words,
            Consumer<Effect.RunTest> tests) {
        this.terminal = terminal;
        this.printer = printer;
        this.loudspeaker = loudspeaker;
        this.receipts = receipts;
        this.words = words;
        this.tests = tests;
    }

    /** @param lane as it is with the facts the effect was decided with */
    public void run(Effect effect, Lane lane) {
        if (effect instanceof Effect.Play play) {
            loudspeaker.accept(play.sound());
        } else if (effect instanceof Effect.PrintReceipt print) {
            var job = receipts.job(print.job(), lane, print.copy(), words.get(lane.language()));
            printer.tell(machine -> machine.print(job));
        } else if (effect instanceof Effect.Pay pay) {
            terminal.tell(machine -> machine.pay(new PaymentRequest(pay.attempt(), amount(pay.amount()))));
        } else if (effect instanceof Effect.AcceptResult accept) {
            terminal.tell(machine -> machine.acceptResult(accept.attempt()));
        } else if (effect instanceof Effect.RefuseResult refuse) {
            terminal.tell(machine -> machine.refuseResult(refuse.attempt()));
        } else if (effect instanceof Effect.CancelPayment cancel) {
            terminal.tell(machine -> machine.cancel(cancel.attempt()));
        } else if (effect instanceof Effect.Enquire ask) {
            Enquiry enquiry = new Enquiry(ask.attempt(), amount(ask.amount()), transaction(ask.before()));
            terminal.tell(machine -> machine.enquire(enquiry));
        } else if (effect instanceof Effect.Reverse back) {
            ReversalRequest request = new ReversalRequest(back.attempt(), back.receiptNumber(), amount(back.amount()));
            terminal.tell(machine -> machine.reverse(request));
        } else if (effect instanceof Effect.RunTest test) {
            tests.accept(test);
        } else {
            throw new AssertionError("nobody carries out " + effect);
        }
    }

    private static Amount amount(Money money) {
        return new Amount(money.minor(), money.currency());
    }

    private static Optional<TerminalTransaction> transaction(Optional<CardTransaction> ours) {
        return ours.map(known -> new TerminalTransaction(
                known.terminalId(), known.traceNumber(), known.receiptNumber(), known.date(), known.time()));
    }
}
