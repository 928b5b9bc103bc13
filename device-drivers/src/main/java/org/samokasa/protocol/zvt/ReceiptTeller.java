package org.samokasa.protocol.zvt;

import java.util.Optional;

/** Collects the receipts of one attempt and tells each before the terminal hears that it arrived. */
final class ReceiptTeller {
    private final String attempt;
    private final Knowledge knowledge;
    private final ReceiptCollector collector = new ReceiptCollector();
    private boolean warned;
    private boolean warnedOfSignature;

    ReceiptTeller(String attempt, Knowledge knowledge) {
        this.attempt = attempt;
        this.knowledge = knowledge;
    }

    boolean hasSignatureLine() {
        return collector.hasSignatureLine();
    }

    void onLine(PtCommand.PrintLine line, Desk desk) {
        answer(collector.add(line, knowledge.charset), desk);
    }

    void onBlock(PtCommand.PrintTextBlock block, Desk desk) {
        answer(collector.add(block, knowledge.charset), desk);
    }

    /** The terminal is done; what was begun is a receipt as far as it goes. */
    void onEnd(Desk desk) {
        collector.rest().ifPresent(receipt -> tell(receipt, desk));
    }

    private void answer(Optional<ReceiptCollector.Complete> complete, Desk desk) {
        if (collector.hadClearCardNumber() && !warned) {
            warned = true;
            desk.tell(new Notice.Warning("the terminal prints card numbers in clear"));
        }
        if (collector.hasSignatureLine() && !warnedOfSignature) {
            warnedOfSignature = true;
            desk.tell(new Notice.Warning("the terminal asks for a signature: it is not set up as unattended"));
        }
        if (complete.isPresent()) {
            tell(complete.get(), desk);
            desk.acknowledgeOnceTold();
        } else {
            desk.acknowledge();
        }
    }

    private void tell(ReceiptCollector.Complete receipt, Desk desk) {
        // An administrative slip belongs to no sale.
        if (!receipt.isAdministrative()) {
            desk.tell(new Notice.Receipt(attempt, receipt.merchantCopy(), receipt.lines(), receipt.mustPrint()));
        }
    }
}
