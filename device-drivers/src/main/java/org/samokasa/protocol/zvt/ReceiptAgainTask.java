package org.samokasa.protocol.zvt;

import org.samokasa.protocol.Bytes;

/** 06 20 03 00: the receipts of a payment that turned out to be booked (section 12.3 step 5). */
final class ReceiptAgainTask extends Task {
    private static final int PRINT = 0x00;

    private final String attempt;
    private final Knowledge knowledge;
    private final ReceiptTeller receipts;

    ReceiptAgainTask(String attempt, Knowledge knowledge) {
        this.attempt = attempt;
        this.knowledge = knowledge;
        this.receipts = new ReceiptTeller(attempt, knowledge);
    }

    @Override
    EcrCommand command() {
        return new EcrCommand.RepeatReceipt(
                knowledge.options.password(), Fields.NONE.with(Fields.SERVICE, Bytes.of(PRINT)));
    }

    @Override
    void onPrintLine(PtCommand.PrintLine line, Desk desk) {
        receipts.onLine(line, desk);
    }

    @Override
    void onPrintBlock(PtCommand.PrintTextBlock block, Desk desk) {
        receipts.onBlock(block, desk);
    }

    @Override
    void onCompletion(PtCommand.Completion completion, Desk desk) {
        desk.acknowledge();
        finish(desk);
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        desk.acknowledge();
        finish(desk);
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        finish(desk);
    }

    @Override
    void onBroken(String why, Desk desk) {
        finish(desk);
    }

    private void finish(Desk desk) {
        receipts.onEnd(desk);
        desk.tell(new Notice.Finished(attempt));
        end();
    }
}
