package org.samokasa.driver.printer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.LinePainter;
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
    private final EscPosProfile profile;
    private final LinePainter painter;
    private final List<PrintPiece> letterhead;
    /** Jobs refused at once because too many wait; told with the next poll. */
    private final List<String> refused = new ArrayList<>();

    private String whyLost = "not opened yet";

    public EscPosPrinter(DeviceName name, ByteLink link, EscPosProfile profile) {
        this(name, link, profile, LinePainter.NONE, List.of());
    }

    /**
     * @param painter draws the lines that the printer has no characters for
     * @param letterhead printed at the head of every document, for instance a logo
     */
    public EscPosPrinter(
            DeviceName name, ByteLink link, EscPosProfile profile, LinePainter painter, List<PaperLine> letterhead) {
        super(name, link);
        this.profile = profile;
        this.painter = painter;
        this.session = new EscPosSession(profile);
        this.letterhead = letterhead.stream().map(PaperPieces::piece).toList();
    }

    @Override
    public int columns() {
        return profile.columns();
    }

    @Override
    public void print(PrintJob job) {
        List<PrintPiece> pieces = new ArrayList<>(letterhead);
        job.lines().stream().map(this::drawn).map(PaperPieces::piece).forEach(pieces::add);
        if (!session.print(job.id(), pieces, lastPoll())) {
            refused.add(job.id());
        }
        wakeOwner();
    }

    /** A line with any character the printer does not have is drawn as a whole: text and dots cannot share a line. */
    private PaperLine drawn(PaperLine line) {
        boolean printable = true;
        if (line instanceof PaperLine.Text text) {
            printable = session.printsAll(text.text());
        } else if (line instanceof PaperLine.Columns both) {
            printable = session.printsAll(both.left() + both.right());
        }
        return printable
                ? line
                : painter.paint(line, new LinePainter.Paper(profile.dots(), profile.columns()))
                        .map(image -> (PaperLine) image)
                        .orElse(line);
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
        session.waiting(link().waitingBytes(), at);
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
            } else if (step instanceof Step.StartAfresh afresh) {
                link().restart(afresh.why());
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
            case HOLDING -> new Health.Down(Health.Cause.FAULT, "takes no bytes: it holds the line (XOFF or DTR)", at);
            case SILENT -> new Health.Down(Health.Cause.NO_ANSWER, "connected and silent", at);
            case READY, PAPER_LOW -> throw new IllegalArgumentException("a printer that prints is not down");
        };
    }
}
