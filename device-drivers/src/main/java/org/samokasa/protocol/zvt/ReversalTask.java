package org.samokasa.protocol.zvt;

import java.util.Optional;

/** 06 30 by receipt number (sections 7.3 and 11.8). "Already reversed" is success. */
final class ReversalTask extends Task {
    private final String attempt;
    private final String receipt;
    private final long amountMinor;
    private final String currency;
    private final Knowledge knowledge;
    private final ReceiptTeller receipts;
    private Optional<ZvtResult> last = Optional.empty();
    private boolean touched;
    private boolean unreadable;

    /** @param receipt four digits */
    ReversalTask(String attempt, String receipt, long amountMinor, String currency, Knowledge knowledge) {
        this.attempt = attempt;
        this.receipt = receipt;
        this.amountMinor = amountMinor;
        this.currency = currency;
        this.knowledge = knowledge;
        this.receipts = new ReceiptTeller(attempt, knowledge);
    }

    String attempt() {
        return attempt;
    }

    @Override
    EcrCommand command() {
        return new EcrCommand.Reversal(
                knowledge.options.password(),
                Fields.NONE
                        .with(Fields.RECEIPT, Bcd.encode(receipt))
                        .with(Fields.AMOUNT, Bcd.encode(amountMinor, 6))
                        .with(Fields.CURRENCY, Bcd.encode(ZvtCurrency.numeric(currency))));
    }

    @Override
    boolean movesMoney() {
        return true;
    }

    @Override
    boolean isUntouched() {
        return !touched;
    }

    @Override
    void onStatus(Fields fields, Desk desk) {
        touched = true;
        boolean hit =
                fields.damaged().contains(Fields.RESULT) || fields.damaged().contains(Fields.AMOUNT);
        Optional<ZvtResult> result = ZvtResult.read(fields, knowledge.charset, currency);
        if (hit || result.isEmpty() && fields.unread().isPresent()) {
            unreadable = true;
            desk.send(Response.negative(ResultCode.PROTOCOL_ERROR));
            return;
        }
        last = result.or(() -> last);
        result.ifPresent(r -> knowledge.sawTrace(r.transaction().trace()));
        desk.acknowledge();
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
        receipts.onEnd(desk);
        if (unreadable || last.isEmpty()) {
            doubt("the terminal ended the reversal without a readable result", desk);
        } else if (last.get().isApproved()) {
            knowledge.last = Optional.of(last.get().transaction());
            reversed(true, "", desk);
        } else {
            ended(last.get().code(), desk);
        }
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        desk.acknowledge();
        receipts.onEnd(desk);
        if (unreadable || last.filter(ZvtResult::isApproved).isPresent()) {
            doubt("the terminal ended the reversal with an error after a result", desk);
        } else if (abort.result().isPresent()) {
            ended(abort.result().get(), desk);
        } else {
            reversed(false, "ended without a reason", desk);
        }
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        ended(refusal.code(), desk);
    }

    @Override
    void onNotSent(Desk desk) {
        reversed(false, "not connected", desk);
    }

    @Override
    void onBroken(String why, Desk desk) {
        doubt(why, desk);
    }

    /** The reversal did not begin. */
    @Override
    void begins(Desk desk) {
        knowledge.begin(attempt, false, desk.now());
    }

    @Override
    void notStarted(String why, Desk desk) {
        reversed(false, why, desk);
    }

    private void ended(int code, Desk desk) {
        String detail = String.format("%02X %s", code, ResultCode.meaning(code));
        reversed(code == ResultCode.ALREADY_REVERSED, detail, desk);
    }

    private void reversed(boolean done, String detail, Desk desk) {
        desk.tell(new Notice.Reversed(attempt, done, detail));
        end();
    }

    private void doubt(String why, Desk desk) {
        receipts.onEnd(desk);
        knowledge.inDoubt = Optional.of(attempt);
        desk.tell(new Notice.InDoubt(attempt, why));
        end();
    }
}
