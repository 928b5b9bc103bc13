package org.samokasa.driver.terminal;

import java.time.Instant;
import java.util.ArrayList;
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
import org.samokasa.protocol.zvt.Notice;
import org.samokasa.protocol.zvt.TurnoverTotals;
import org.samokasa.protocol.zvt.ZvtResult;
import org.samokasa.protocol.zvt.ZvtTransaction;

/** The session's words in those of {@code devices}. */
final class ZvtEvents {
    private ZvtEvents() {}

    static DeviceEvent event(Notice notice, DeviceName name, Instant now) {
        if (notice instanceof Notice.Ready it) {
            return new TerminalEvent.Ready(name, now, it.last().map(ZvtEvents::transaction));
        }
        if (notice instanceof Notice.Prompted it) {
            TerminalEvent.Prompt prompt =
                    TerminalEvent.Prompt.valueOf(it.prompt().name());
            return new TerminalEvent.Prompted(name, now, it.attempt(), prompt, it.text(), it.wordForWord());
        }
        if (notice instanceof Notice.Receipt it) {
            TerminalEvent.Copy copy = it.merchantCopy() ? TerminalEvent.Copy.MERCHANT : TerminalEvent.Copy.CUSTOMER;
            return new TerminalEvent.ReceiptText(name, now, it.attempt(), copy, paper(it.lines()), it.mustPrint());
        }
        if (notice instanceof Notice.Finished it) {
            return new TerminalEvent.Finished(name, now, it.attempt());
        }
        if (notice instanceof Notice.InDoubt it) {
            return new TerminalEvent.InDoubt(name, now, it.attempt(), it.why());
        }
        if (notice instanceof Notice.Found it) {
            return new TerminalEvent.Found(name, now, it.attempt(), finding(it.finding()));
        }
        if (notice instanceof Notice.Reversed it) {
            return new TerminalEvent.Reversed(name, now, it.attempt(), it.done(), it.detail());
        }
        if (notice instanceof Notice.Served it) {
            TestReport report = new TestReport(
                    it.done(), it.detail(), paper(it.lines()), it.turnover().map(ZvtEvents::totals));
            return new TerminalEvent.Tested(name, now, it.run(), report);
        }
        return verdict(notice, name, now);
    }

    private static TestReport.Totals totals(Notice.Turnover turnover) {
        List<TestReport.Share> shares = new ArrayList<>();
        turnover.totals().ifPresent(totals -> {
            for (int i = 0; i < totals.shares().size(); i++) {
                TurnoverTotals.Share share = totals.shares().get(i);
                if (share.count() > 0) {
                    Amount sum = new Amount(share.minor(), turnover.currency());
                    shares.add(new TestReport.Share(TurnoverTotals.SCHEMES.get(i), share.count(), sum));
                }
            }
        });
        return new TestReport.Totals(new Amount(turnover.minor(), turnover.currency()), shares);
    }

    static Health health(Notice.Condition condition, Optional<String> warning, Instant now) {
        String detail = condition.detail();
        return switch (condition.state()) {
            case READY ->
                warning.<Health>map(text -> new Health.Degraded(Health.Cause.SETTINGS, text, now))
                        .orElse(new Health.Up(now));
            case NOT_CONNECTED -> new Health.Down(Health.Cause.NOT_CONNECTED, detail, now);
            case NO_ANSWER -> new Health.Down(Health.Cause.NO_ANSWER, detail, now);
            case GARBLED -> new Health.Down(Health.Cause.GARBLED, detail, now);
            case SETTINGS -> new Health.Down(Health.Cause.SETTINGS, detail, now);
            case BUSY -> new Health.Down(Health.Cause.BUSY, detail, now);
            case FAULT -> new Health.Down(Health.Cause.FAULT, detail, now);
        };
    }

    /** Same but for the moment since when. */
    static boolean isSame(Health one, Health other) {
        if (one instanceof Health.Down a && other instanceof Health.Down b) {
            return a.cause() == b.cause() && a.detail().equals(b.detail());
        }
        if (one instanceof Health.Degraded a && other instanceof Health.Degraded b) {
            return a.cause() == b.cause() && a.detail().equals(b.detail());
        }
        return one.getClass() == other.getClass();
    }

    static TerminalTransaction transaction(ZvtTransaction it) {
        return new TerminalTransaction(it.terminalId(), it.trace(), it.receipt(), it.date(), it.time());
    }

    static ZvtTransaction protocol(TerminalTransaction it) {
        return new ZvtTransaction(it.terminalId(), it.traceNumber(), it.receiptNumber(), it.date(), it.time());
    }

    private static DeviceEvent verdict(Notice notice, DeviceName name, Instant now) {
        if (notice instanceof Notice.Approved it) {
            TerminalEvent.Verdict approved = new TerminalEvent.Verdict.Approved(
                    amount(it.result()), transaction(it.result().transaction()), card(it.result()));
            return new TerminalEvent.Result(name, now, it.attempt(), approved);
        }
        if (notice instanceof Notice.Declined it) {
            return new TerminalEvent.Result(
                    name, now, it.attempt(), new TerminalEvent.Verdict.Declined(it.code(), it.text()));
        }
        if (notice instanceof Notice.Cancelled it) {
            return new TerminalEvent.Result(name, now, it.attempt(), new TerminalEvent.Verdict.Cancelled(it.code()));
        }
        if (notice instanceof Notice.NotStarted it) {
            return new TerminalEvent.Result(name, now, it.attempt(), new TerminalEvent.Verdict.NotStarted(it.why()));
        }
        throw new AssertionError("no event for " + notice);
    }

    private static TerminalEvent.Finding finding(Notice.Finding finding) {
        if (finding instanceof Notice.Finding.Paid it) {
            ZvtResult result = it.result();
            return new TerminalEvent.Finding.Paid(amount(result), transaction(result.transaction()), card(result));
        }
        if (finding instanceof Notice.Finding.Declined it) {
            return new TerminalEvent.Finding.Declined(it.code());
        }
        if (finding instanceof Notice.Finding.Unknown it) {
            return new TerminalEvent.Finding.Unknown(it.why());
        }
        return finding instanceof Notice.Finding.NotBooked
                ? new TerminalEvent.Finding.NotBooked()
                : new TerminalEvent.Finding.WasReversed();
    }

    /** The session never calls a result without an amount approved or paid. */
    private static Amount amount(ZvtResult result) {
        return new Amount(result.amountMinor().orElseThrow(), result.currency());
    }

    private static CardSummary card(ZvtResult result) {
        ZvtResult.Card card = result.card();
        return new CardSummary(
                card.name(),
                card.maskedPan(),
                card.approvalCode(),
                card.applicationId(),
                card.entryMode(),
                card.cardholderCheck());
    }

    private static List<PaperLine> paper(List<Notice.ReceiptLine> lines) {
        return lines.stream().map(ZvtEvents::paper).toList();
    }

    private static PaperLine paper(Notice.ReceiptLine line) {
        if (line.feeds() > 0) {
            return new PaperLine.Feed(line.feeds());
        }
        PaperLine.Align align = line.centred() ? PaperLine.Align.CENTRE : PaperLine.Align.LEFT;
        PaperLine.Size size = line.tall() ? PaperLine.Size.TALL : PaperLine.Size.NORMAL;
        return new PaperLine.Text(line.text(), align, line.wide() ? PaperLine.Size.DOUBLE : size, false);
    }
}
