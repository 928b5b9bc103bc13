package org.samokasa.driver.printer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.EscPosProfile;
import org.samokasa.protocol.escpos.EscPosSession;
import org.samokasa.protocol.escpos.EscPosSession.Step;
import org.samokasa.protocol.escpos.PrintPiece;
import org.samokasa.protocol.escpos.PrinterCondition;
import org.samokasa.transport.ByteLink;

/** A printer that speaks ESC/POS in both directions. */
public final class EscPosPrinter extends LinkedDevice implements ReceiptPrinter {
    private final EscPosSession session;
    private final int columns;
    /** Jobs refused at once because too many wait; told with the next poll. */
    private final List<String> refused = new ArrayList<>();

    private String whyLost = "not opened yet";

    public EscPosPrinter(DeviceName name, ByteLink link, EscPosProfile profile) {
        super(name, link);
        session = new EscPosSession(profile);
        columns = profile.columns();
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void print(PrintJob job) {
        List<PrintPiece> pieces = job.lines().stream().map(EscPosPrinter::piece).toList();
        if (!session.print(job.id(), pieces, lastPoll())) {
            refused.add(job.id());
        }
        wakeOwner();
    }

    private static PrintPiece piece(PaperLine line) {
        if (line instanceof PaperLine.Text text) {
            boolean wide = text.size() == PaperLine.Size.DOUBLE;
            boolean tall = text.size() != PaperLine.Size.NORMAL;
            PrintPiece.Align align = switch (text.align()) {
                case LEFT -> PrintPiece.Align.LEFT;
                case CENTRE -> PrintPiece.Align.CENTRE;
                case RIGHT -> PrintPiece.Align.RIGHT;
            };
            return new PrintPiece.Text(text.text(), align, wide, tall, text.bold());
        }
        if (line instanceof PaperLine.Columns both) {
            return new PrintPiece.Columns(both.left(), both.right(), both.bold());
        }
        if (line instanceof PaperLine.Rule) {
            return new PrintPiece.Rule();
        }
        if (line instanceof PaperLine.Feed feed) {
            return new PrintPiece.Feed(feed.lines());
        }
        if (line instanceof PaperLine.Qr qr) {
            return new PrintPiece.Qr(qr.text());
        }
        if (line instanceof PaperLine.Cut) {
            return new PrintPiece.Cut();
        }
        throw new AssertionError("no piece for " + line);
    }

    @Override
    protected void opened(Instant at) {
        session.opened(at);
    }

    @Override
    protected void lost(String why, Instant at) {
        whyLost = why;
        isDown(Health.Cause.NOT_CONNECTED, why, at);
        act(session.lost(), at);
    }

    @Override
    protected void received(Bytes bytes, Instant at) {
        act(session.received(bytes, at), at);
    }

    @Override
    protected void due(Instant at) {
        refused.forEach(job -> tell(new PrinterEvent.NotPrinted(
                name(), at, job, new Health.Down(Health.Cause.BUSY, "too many documents wait", at))));
        refused.clear();
        act(session.poll(at), at);
    }

    @Override
    protected Optional<Instant> talkDue() {
        return refused.isEmpty() ? session.nextDue() : Optional.of(lastPoll());
    }

    private void act(List<Step> steps, Instant at) {
        for (Step step : steps) {
            if (step instanceof Step.Send send) {
                link().send(send.bytes());
            } else if (step instanceof Step.Condition now) {
                note(now.condition(), at);
            } else if (step instanceof Step.Printed printed) {
                tell(new PrinterEvent.Printed(name(), at, printed.job()));
            } else if (step instanceof Step.NotPrinted not) {
                tell(new PrinterEvent.NotPrinted(name(), at, not.job(), why(not.why(), at)));
            } else if (step instanceof Step.InDoubt doubt) {
                tell(new PrinterEvent.PrintInDoubt(name(), at, doubt.job(), doubt.why()));
            }
        }
    }

    private void note(PrinterCondition condition, Instant at) {
        if (condition == PrinterCondition.READY) {
            isUp(at);
        } else if (condition == PrinterCondition.PAPER_LOW) {
            isDegraded(Health.Cause.PAPER_LOW, "the roll ends soon", at);
        } else {
            Health.Down down = down(condition, at);
            isDown(down.cause(), down.detail(), at);
        }
    }

    private Health.Down why(PrinterCondition condition, Instant at) {
        return link().isOpen() ? down(condition, at) : new Health.Down(Health.Cause.NOT_CONNECTED, whyLost, at);
    }

    private static Health.Down down(PrinterCondition condition, Instant at) {
        return switch (condition) {
            case PAPER_OUT -> new Health.Down(Health.Cause.PAPER_OUT, "no paper", at);
            case COVER_OPEN -> new Health.Down(Health.Cause.COVER_OPEN, "the cover is open", at);
            case CUTTER_JAMMED -> new Health.Down(Health.Cause.CUTTER_JAMMED, "the cutter is jammed", at);
            case OVERHEATED ->
                new Health.Down(Health.Cause.OVERHEATED, "the head is too hot, it goes on by itself", at);
            case FEEDING -> new Health.Down(Health.Cause.BUSY, "paper is fed by the button", at);
            case OFFLINE -> new Health.Down(Health.Cause.FAULT, "offline without a cause", at);
            case FAULT -> new Health.Down(Health.Cause.FAULT, "the printer reports an error", at);
            case SILENT -> new Health.Down(Health.Cause.NO_ANSWER, "connected and silent", at);
            case READY, PAPER_LOW -> throw new IllegalArgumentException("a printer that prints is not down");
        };
    }
}
