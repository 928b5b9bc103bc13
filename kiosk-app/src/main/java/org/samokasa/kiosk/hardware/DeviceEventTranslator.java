package org.samokasa.kiosk.hardware;

import java.util.List;
import java.util.Optional;
import org.samokasa.devices.CardSummary;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalTransaction;
import org.samokasa.devices.Weighing;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.CardPayment.Slip;
import org.samokasa.kiosk.lane.CardPayment.SlipLine;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.MachineState.Level;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;

/** What a machine told, in the lane's words. */
public final class DeviceEventTranslator {
    private DeviceEventTranslator() {}

    /** @throws IllegalArgumentException for a device whose name the lane has no use for */
    public static LaneCommand translate(DeviceEvent event) {
        if (event instanceof HealthChanged changed) {
            return new MachineCommand.MachineChanged(state(changed.device().value(), changed.health()));
        }
        if (event instanceof ScannerEvent.Scanned scanned) {
            return new MachineCommand.Scanned(scanned.text());
        }
        if (event instanceof ScannerEvent.Unreadable unreadable) {
            return new MachineCommand.ScanUnreadable(unreadable.reason());
        }
        if (event instanceof ScaleEvent.Weighed weighed) {
            return weighed(weighed);
        }
        if (event instanceof PrinterEvent printer) {
            return paper(printer);
        }
        if (event instanceof TerminalEvent terminal) {
            return payment(terminal);
        }
        throw new AssertionError("no words for " + event);
    }

    public static MachineState state(String machine, Health health) {
        if (health instanceof Health.Up up) {
            return new MachineState(machine, Level.UP, "", "", up.since());
        }
        if (health instanceof Health.Degraded bad) {
            return new MachineState(machine, Level.DEGRADED, bad.cause().name(), bad.detail(), bad.since());
        }
        if (health instanceof Health.Down down) {
            return new MachineState(machine, Level.DOWN, down.cause().name(), down.detail(), down.since());
        }
        return new MachineState(machine, Level.UNKNOWN, "", "", health.since());
    }

    private static LaneCommand weighed(ScaleEvent.Weighed event) {
        Load load = load(event.weighing());
        return switch (event.device().value()) {
            case Readings.PRODUCE_SCALE -> new MachineCommand.ProduceScaleRead(load);
            case Readings.BAGGING_SCALE -> new MachineCommand.BagScaleRead(load);
            default -> throw new IllegalArgumentException("a lane has no scale named " + event.device());
        };
    }

    private static Load load(Weighing weighing) {
        if (weighing instanceof Weighing.Stable stable) {
            return new Load.Still(stable.grams());
        }
        if (weighing instanceof Weighing.Moving) {
            return new Load.Moving();
        }
        return weighing instanceof Weighing.Impossible ? new Load.Unknown() : new Load.OutOfRange();
    }

    private static LaneCommand paper(PrinterEvent event) {
        if (event instanceof PrinterEvent.Printed printed) {
            return new MachineCommand.PaperDone(printed.job());
        }
        if (event instanceof PrinterEvent.NotPrinted not) {
            return new MachineCommand.PaperFailed(not.job(), false, not.why().detail());
        }
        PrinterEvent.PrintInDoubt doubt = (PrinterEvent.PrintInDoubt) event;
        return new MachineCommand.PaperFailed(doubt.job(), true, doubt.why());
    }

    private static LaneCommand payment(TerminalEvent event) {
        if (event instanceof TerminalEvent.Ready ready) {
            return new PaymentCommand.TerminalReady(ready.last().map(DeviceEventTranslator::transaction));
        }
        if (event instanceof TerminalEvent.Prompted prompted) {
            return new PaymentCommand.TerminalPrompted(
                    prompted.attempt(),
                    new Readings.TerminalPrompt(prompted.prompt().name(), prompted.text(), prompted.wordForWord()));
        }
        if (event instanceof TerminalEvent.CodeShown code) {
            return new PaymentCommand.CodeShown(code.attempt(), code.text(), code.validFor());
        }
        if (event instanceof TerminalEvent.GivenBack back) {
            Money amount = Money.of(back.amount().minor(), back.amount().currency());
            return new PaymentCommand.MoneyWentBack(back.attempt(), amount, back.receiptNumber(), back.why());
        }
        if (event instanceof TerminalEvent.Result result) {
            return verdict(result.attempt(), result.verdict());
        }
        if (event instanceof TerminalEvent.ReceiptText text) {
            boolean forCustomer = text.copy() == TerminalEvent.Copy.CUSTOMER;
            return new PaymentCommand.SlipFromTerminal(
                    text.attempt(), forCustomer, new Slip(slipLines(text.lines()), text.mustPrint()));
        }
        if (event instanceof TerminalEvent.Finished finished) {
            return new PaymentCommand.TerminalDone(finished.attempt());
        }
        if (event instanceof TerminalEvent.InDoubt doubt) {
            return new PaymentCommand.PaymentLost(doubt.attempt(), doubt.why());
        }
        if (event instanceof TerminalEvent.Found found) {
            return finding(found.attempt(), found.finding());
        }
        if (event instanceof TerminalEvent.Tested tested) {
            return new MachineCommand.TestFinished(tested.run(), TestResults.of(tested.report()));
        }
        TerminalEvent.Reversed reversed = (TerminalEvent.Reversed) event;
        return new PaymentCommand.ReversalEnded(reversed.attempt(), reversed.done(), reversed.detail());
    }

    private static LaneCommand verdict(String attempt, TerminalEvent.Verdict verdict) {
        if (verdict instanceof TerminalEvent.Verdict.Approved approved) {
            return new PaymentCommand.PaymentApprovedByTerminal(
                    attempt,
                    Money.of(approved.amount().minor(), approved.amount().currency()),
                    transaction(approved.transaction()),
                    facts(approved.card()));
        }
        if (verdict instanceof TerminalEvent.Verdict.Declined declined) {
            return refused(attempt, CardPayment.Refusal.DECLINED, declined.code() + " " + declined.text());
        }
        if (verdict instanceof TerminalEvent.Verdict.Cancelled cancelled) {
            return refused(attempt, CardPayment.Refusal.CANCELLED, cancelled.code());
        }
        TerminalEvent.Verdict.NotStarted not = (TerminalEvent.Verdict.NotStarted) verdict;
        return refused(attempt, CardPayment.Refusal.NOT_STARTED, not.why());
    }

    private static LaneCommand refused(String attempt, CardPayment.Refusal how, String code) {
        return new PaymentCommand.PaymentRefusedByTerminal(attempt, how, code.strip());
    }

    private static LaneCommand finding(String attempt, TerminalEvent.Finding finding) {
        if (finding instanceof TerminalEvent.Finding.Paid paid) {
            return new PaymentCommand.FoundPaid(
                    attempt,
                    Money.of(paid.amount().minor(), paid.amount().currency()),
                    transaction(paid.transaction()),
                    facts(paid.card()));
        }
        if (finding instanceof TerminalEvent.Finding.Unknown unknown) {
            return new PaymentCommand.FoundNothing(attempt, unknown.why());
        }
        return new PaymentCommand.FoundNotPaid(attempt, finding.toString());
    }

    private static CardTransaction transaction(TerminalTransaction its) {
        return new CardTransaction(its.terminalId(), its.traceNumber(), its.receiptNumber(), its.date(), its.time());
    }

    private static CardFacts facts(CardSummary card) {
        return new CardFacts(
                card.cardName(),
                card.maskedPan(),
                card.approvalCode(),
                card.applicationId(),
                card.entryMode(),
                card.cardholderCheck());
    }

    private static List<SlipLine> slipLines(List<PaperLine> lines) {
        return lines.stream()
                .map(DeviceEventTranslator::slipLine)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SlipLine> slipLine(PaperLine line) {
        if (line instanceof PaperLine.Text text) {
            boolean tall = text.size() != PaperLine.Size.NORMAL;
            return Optional.of(new SlipLine(text.text(), text.align() == PaperLine.Align.CENTRE, tall, text.bold()));
        }
        if (line instanceof PaperLine.Feed) {
            return Optional.of(new SlipLine("", false, false, false));
        }
        return Optional.empty();
    }
}
