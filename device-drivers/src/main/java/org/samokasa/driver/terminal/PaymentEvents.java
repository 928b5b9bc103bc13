package org.samokasa.driver.terminal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardSummary;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalTransaction;
import org.samokasa.devices.TestReport;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.Settlement;

/** The words of the payment sessions in those of {@code devices}. */
final class PaymentEvents {
    private PaymentEvents() {}

    static DeviceEvent event(PaymentNotice notice, DeviceName name, Instant now) {
        if (notice instanceof PaymentNotice.Ready) {
            return new TerminalEvent.Ready(name, now, Optional.empty());
        }
        if (notice instanceof PaymentNotice.Prompted it) {
            TerminalEvent.Prompt prompt =
                    TerminalEvent.Prompt.valueOf(it.prompt().name());
            return new TerminalEvent.Prompted(name, now, it.attempt(), prompt, it.text(), false);
        }
        if (notice instanceof PaymentNotice.CodeShown it) {
            return new TerminalEvent.CodeShown(name, now, it.attempt(), it.text(), it.validFor());
        }
        if (notice instanceof PaymentNotice.GivenBack it) {
            Amount amount = new Amount(it.minor(), it.currency());
            return new TerminalEvent.GivenBack(name, now, it.attempt(), amount, it.receipt(), it.why());
        }
        if (notice instanceof PaymentNotice.Receipt it) {
            TerminalEvent.Copy copy = it.merchantCopy() ? TerminalEvent.Copy.MERCHANT : TerminalEvent.Copy.CUSTOMER;
            return new TerminalEvent.ReceiptText(name, now, it.attempt(), copy, paper(it.lines()), false);
        }
        if (notice instanceof PaymentNotice.Finished it) {
            return new TerminalEvent.Finished(name, now, it.attempt());
        }
        if (notice instanceof PaymentNotice.InDoubt it) {
            return new TerminalEvent.InDoubt(name, now, it.attempt(), it.why());
        }
        if (notice instanceof PaymentNotice.Found it) {
            return new TerminalEvent.Found(name, now, it.attempt(), finding(it.finding()));
        }
        if (notice instanceof PaymentNotice.Reversed it) {
            return new TerminalEvent.Reversed(name, now, it.attempt(), it.done(), it.detail());
        }
        if (notice instanceof PaymentNotice.Diagnosed it) {
            return new TerminalEvent.Tested(name, now, it.run(), TestReport.of(it.passed(), it.detail()));
        }
        return verdict(notice, name, now);
    }

    static Health health(PaymentNotice.Condition condition, Instant now) {
        String detail = condition.detail();
        return switch (condition.state()) {
            case READY -> new Health.Up(now);
            case WARNING -> new Health.Degraded(Health.Cause.SETTINGS, detail, now);
            case NOT_CONNECTED -> new Health.Down(Health.Cause.NOT_CONNECTED, detail, now);
            case NO_ANSWER -> new Health.Down(Health.Cause.NO_ANSWER, detail, now);
            case GARBLED -> new Health.Down(Health.Cause.GARBLED, detail, now);
            case SETTINGS -> new Health.Down(Health.Cause.SETTINGS, detail, now);
            case BUSY -> new Health.Down(Health.Cause.BUSY, detail, now);
            case FAULT -> new Health.Down(Health.Cause.FAULT, detail, now);
        };
    }

    private static DeviceEvent verdict(PaymentNotice notice, DeviceName name, Instant now) {
        if (notice instanceof PaymentNotice.Approved it) {
            Settlement paid = it.settlement();
            TerminalEvent.Verdict approved =
                    new TerminalEvent.Verdict.Approved(amount(paid), transaction(paid), card(paid));
            return new TerminalEvent.Result(name, now, it.attempt(), approved);
        }
        if (notice instanceof PaymentNotice.Declined it) {
            return new TerminalEvent.Result(
                    name, now, it.attempt(), new TerminalEvent.Verdict.Declined(it.code(), it.text()));
        }
        if (notice instanceof PaymentNotice.Cancelled it) {
            return new TerminalEvent.Result(name, now, it.attempt(), new TerminalEvent.Verdict.Cancelled(it.code()));
        }
        if (notice instanceof PaymentNotice.NotStarted it) {
            return new TerminalEvent.Result(name, now, it.attempt(), new TerminalEvent.Verdict.NotStarted(it.why()));
        }
        throw new AssertionError("no event for " + notice);
    }

    private static TerminalEvent.Finding finding(PaymentNotice.Finding finding) {
        if (finding instanceof PaymentNotice.Finding.Paid it) {
            Settlement paid = it.settlement();
            return new TerminalEvent.Finding.Paid(amount(paid), transaction(paid), card(paid));
        }
        if (finding instanceof PaymentNotice.Finding.Declined it) {
            return new TerminalEvent.Finding.Declined(it.code());
        }
        if (finding instanceof PaymentNotice.Finding.Unknown it) {
            return new TerminalEvent.Finding.Unknown(it.why());
        }
        return finding instanceof PaymentNotice.Finding.NotBooked
                ? new TerminalEvent.Finding.NotBooked()
                : new TerminalEvent.Finding.WasReversed();
    }

    private static Amount amount(Settlement paid) {
        return new Amount(paid.minor(), paid.currency());
    }

    private static TerminalTransaction transaction(Settlement paid) {
        Settlement.Transaction it = paid.transaction();
        return new TerminalTransaction(it.terminalId(), it.trace(), it.receipt(), it.date(), it.time());
    }

    private static CardSummary card(Settlement paid) {
        Settlement.Card card = paid.card();
        return new CardSummary(
                card.name(),
                card.maskedPan(),
                card.approvalCode(),
                card.applicationId(),
                card.entryMode(),
                card.cardholderCheck());
    }

    private static List<PaperLine> paper(List<PaymentNotice.SlipLine> lines) {
        return lines.stream().map(PaymentEvents::paper).toList();
    }

    private static PaperLine paper(PaymentNotice.SlipLine line) {
        return line.right().isEmpty()
                ? new PaperLine.Text(line.left(), PaperLine.Align.LEFT, PaperLine.Size.NORMAL, line.bold())
                : new PaperLine.Columns(line.left(), line.right(), line.bold());
    }
}
