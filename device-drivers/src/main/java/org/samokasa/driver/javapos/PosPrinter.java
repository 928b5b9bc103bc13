package org.samokasa.driver.javapos;

import java.time.Instant;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter;

/** A JavaPOS receipt printer. A document goes as one transaction where the service can, so most failures print nothing. */
final class PosPrinter extends PosDevice implements ReceiptPrinter {
    private static final int RECEIPT = POSPrinterConst.PTR_S_RECEIPT;
    /** Usual on 80 mm paper, until the printer has said how many fit. */
    private static final int COLUMNS_USUAL = 48;

    private static final int COVER_OPEN = 201;
    private static final int PAPER_EMPTY = 203;
    /** Edge of a QR code in dots, about 3 cm at 203 dpi. */
    private static final int QR_DOTS = 240;

    private static final int CENTRE = -2;
    private static final int NO_TEXT = -11;
    private static final int WHOLE_CUT = 90;

    private final jpos.POSPrinter control;
    private volatile int columns = COLUMNS_USUAL;

    PosPrinter(DeviceName name, String logicalName) {
        this(name, logicalName, new jpos.POSPrinter());
    }

    private PosPrinter(DeviceName name, String logicalName, jpos.POSPrinter control) {
        super(name, logicalName, new PosLink(logicalName, control, () -> prepare(control)));
        this.control = control;
        control.addStatusUpdateListener(event -> {
            if (!power(event.getStatus())) {
                look();
            }
        });
    }

    private static void prepare(jpos.POSPrinter control) {
        // Where the service maps text to the printer's characters we may hand over any text.
        PosLink.quietly(() -> control.setMapCharacterSet(true));
        PosLink.quietly(() -> control.setAsyncMode(false));
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    protected void opened(Instant at) {
        super.opened(at);
        look();
    }

    /** Asks for paper and cover. */
    private void look() {
        pos().call(
                        () -> {
                            int fit = control.getRecLineChars();
                            columns = fit > 0 ? fit : COLUMNS_USUAL;
                            boolean cover = control.getCoverOpen();
                            boolean empty = control.getRecEmpty();
                            boolean low = control.getRecNearEnd();
                            pos().tell(at -> note(cover, empty, low, at));
                        },
                        this::failed);
    }

    private void note(boolean cover, boolean empty, boolean low, Instant at) {
        if (cover) {
            isDown(Health.Cause.COVER_OPEN, "the cover is open", at);
        } else if (empty) {
            isDown(Health.Cause.PAPER_OUT, "no paper", at);
        } else if (low) {
            isDegraded(Health.Cause.PAPER_LOW, "the roll ends soon", at);
        } else {
            isUp(at);
        }
    }

    @Override
    public void print(PrintJob job) {
        if (!link().isOpen()) {
            Health.Cause cause = pos().whyDown();
            pos().tell(at -> tell(new PrinterEvent.NotPrinted(
                    name(), at, job.id(), new Health.Down(cause, "the printer is not open", at))));
            return;
        }
        pos().call(() -> printNow(job), e -> {
            throw new AssertionError("the job itself takes every failure", e);
        });
    }

    private void printNow(PrintJob job) {
        boolean begun = false;
        boolean whole = false;
        try {
            whole = control.getCapTransaction();
            if (whole) {
                control.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
            }
            for (PaperLine line : job.lines()) {
                begun = begun || !whole;
                print(line);
            }
            if (whole) {
                begun = true;
                control.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_NORMAL);
            }
            pos().tell(at -> tell(new PrinterEvent.Printed(name(), at, job.id())));
        } catch (JposException | RuntimeException e) {
            unprinted(job.id(), begun, whole, e);
        }
    }

    private void unprinted(String job, boolean begun, boolean whole, Exception e) {
        if (whole) {
            PosLink.quietly(control::clearOutput);
        }
        PosError error = error(e);
        int extended = PosError.extended(e);
        Health.Cause cause = extended == PAPER_EMPTY
                ? Health.Cause.PAPER_OUT
                : extended == COVER_OPEN ? Health.Cause.COVER_OPEN : error.cause();
        pos().tell(at -> {
            Health.Down why = isDown(cause, error.detail(), at);
            tell(
                    begun
                            ? new PrinterEvent.PrintInDoubt(name(), at, job, error.detail())
                            : new PrinterEvent.NotPrinted(name(), at, job, why));
        });
        if (error.gone()) {
            pos().gone(error);
        }
    }

    private void print(PaperLine line) throws JposException {
        if (line instanceof PaperLine.Cut) {
            if (control.getCapRecPapercut()) {
                control.printNormal(RECEIPT, PosText.FEED_TO_CUTTER);
                control.cutPaper(WHOLE_CUT);
            }
        } else if (line instanceof PaperLine.Qr qr) {
            control.printBarCode(RECEIPT, qr.text(), POSPrinterConst.PTR_BCS_QRCODE, QR_DOTS, QR_DOTS, CENTRE, NO_TEXT);
        } else {
            control.printNormal(RECEIPT, PosText.of(line, columns));
        }
    }
}
