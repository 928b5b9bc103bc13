package org.samokasa.devices;

import java.util.List;
import java.util.Set;

/** A receipt printer. Its paper and cover are part of its {@link Health}. */
public interface ReceiptPrinter extends Device {
    /** Prints one document. Ends in exactly one {@link PrinterEvent}. Jobs queue up and never mix. */
    void print(PrintJob job);

    /** Characters of the standard font that fit on one line (Epson font A: 48 on 80 mm, 32 on 58 mm paper). */
    int columns();

    @Override
    default Set<MachineTest> tests() {
        return Set.of(MachineTest.PRINT_PAGE);
    }

    /** @param id the caller's name for the document, comes back in the event */
    record PrintJob(String id, List<PaperLine> lines) {
        public PrintJob {
            lines = List.copyOf(lines);
        }
    }
}
