package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * 06 01 (sections 11.2 to 11.7).
 *
 * <p>An approval is told and its answer held until the caller has it on disk: the answer is what makes the terminal book.
 * A negative result is acknowledged at once, because a better one may follow (wrong PIN, then right); the verdict is told
 * when the terminal ends.
 */
final class PaymentTask extends Task {
    /** Twelve digits of bitmap 04. */
    private static final long AMOUNT_MAX = 999_999_999_999L;

    private static final int TERMINAL_DECIDES = 0x40;
    private static final int CARD_WAIT = 0x1F5B;
    private static final int PARTIAL_APPROVAL = 0x1F70;

    private enum Held {
        NOTHING,
        /** The answer to an approving 04 0F. */
        APPROVAL,
        /** The answer to the 06 0F or 06 1E behind a negative verdict. */
        END
    }

    private final String attempt;
    private final long amountMinor;
    private final String currency;
    private final Knowledge knowledge;
    private final ReceiptTeller receipts;
    private Held held = Held.NOTHING;
    private Optional<ZvtResult> last = Optional.empty();
    private Optional<ZvtResult> accepted = Optional.empty();
    private boolean refused;
    private boolean unreadable;
    private boolean withoutResult;
    private boolean cardWasTried;
    private boolean touched;
    private Instant graceUntil;
    private Instant untakenUntil;

    PaymentTask(String attempt, long amountMinor, String currency, Knowledge knowledge) {
        this.attempt = attempt;
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
        ZvtOptions options = knowledge.options;
        Fields fields = Fields.NONE
                .with(Fields.AMOUNT, Bcd.encode(amountMinor, 6))
                .with(Fields.CURRENCY, Bcd.encode(ZvtCurrency.numeric(currency)))
                .with(Fields.STATUS, Bytes.of(TERMINAL_DECIDES));
        Bytes extras = Bytes.EMPTY;
        if (options.cardWait().isPresent()) {
            int seconds = (int) Math.min(0xFFFF, options.cardWait().get().toSeconds());
            Bytes value = Bytes.of(seconds >> 8, seconds & 0xFF);
            extras = extras.plus(Tlv.of(Tlv.object(CARD_WAIT, value)).encode());
        }
        if (options.partialApproval()) {
            extras = extras.plus(
                    Tlv.of(Tlv.object(PARTIAL_APPROVAL, Bytes.of(1))).encode());
        }
        return new EcrCommand.Authorisation(extras.isEmpty() ? fields : fields.with(Fields.TLV, extras));
    }

    @Override
    boolean movesMoney() {
        return true;
    }

    @Override
    boolean isAbortable() {
        return held == Held.NOTHING && accepted.isEmpty() && !refused;
    }

    @Override
    boolean isUntouched() {
        return !touched;
    }

    @Override
    void onIntermediate(PtCommand.IntermediateStatus status, Desk desk) {
        graceUntil = null;
        // The payment goes on, so a refusal was of one try (a wrong PIN, section 11.6) and says nothing about its end.
        last = last.filter(ZvtResult::isApproved);
        desk.acknowledge();
        desk.tell(PromptRule.prompt(attempt, status, cardWasTried, knowledge.charset, knowledge.options.german()));
        cardWasTried |= PromptRule.meansCardWasTried(status.status());
    }

    @Override
    void onStatus(Fields fields, Desk desk) {
        touched = true;
        graceUntil = null;
        Optional<ZvtResult> result = ZvtResult.read(fields, knowledge.charset, currency);
        if (isUnreadable(fields, result)) {
            unreadable = true;
            desk.send(Response.negative(ResultCode.PROTOCOL_ERROR));
        } else if (result.isEmpty()) {
            withoutResult = true;
            desk.acknowledge();
        } else if (result.get().isApproved()) {
            onApproval(receipts.hasSignatureLine() ? result.get().withSignature() : result.get(), desk);
        } else {
            last = result;
            desk.acknowledge();
            graceUntil = desk.now().plus(ZvtTimes.GRACE_AFTER_DECLINE);
        }
    }

    /** Section 14: a hit on result or amount makes the whole unusable; so does an approval that names no amount. */
    private boolean isUnreadable(Fields fields, Optional<ZvtResult> result) {
        boolean hit =
                fields.damaged().contains(Fields.RESULT) || fields.damaged().contains(Fields.AMOUNT);
        boolean cutShort = fields.unread().isPresent() && result.isEmpty();
        boolean noAmount =
                result.filter(r -> r.isApproved() && r.amountMinor().isEmpty()).isPresent();
        return hit || cutShort || noAmount;
    }

    private void onApproval(ZvtResult result, Desk desk) {
        unreadable = false;
        withoutResult = false;
        knowledge.sawTrace(result.transaction().trace());
        boolean repeated = last.filter(result::isSameAs).isPresent();
        last = Optional.of(result);
        if (repeated && accepted.isPresent()) {
            desk.acknowledge();
        } else if (repeated && refused) {
            desk.send(Response.negative(ResultCode.GOODS_NOT_DELIVERED));
        } else if (!repeated || held != Held.APPROVAL) {
            // Not the same as before: the last one counts (section 8.1), and it must be taken again.
            accepted = Optional.empty();
            held = Held.APPROVAL;
            desk.tell(new Notice.Approved(attempt, result));
        }
    }

    /** The caller has the verdict on disk. */
    void accept(Desk desk) {
        if (held == Held.APPROVAL) {
            held = Held.NOTHING;
            accepted = last;
            desk.acknowledge();
        } else if (held == Held.END) {
            finish(desk);
        }
    }

    /** The caller could not keep the verdict. */
    void refuse(Desk desk) {
        if (held == Held.APPROVAL) {
            held = Held.NOTHING;
            refused = true;
            desk.send(Response.negative(ResultCode.GOODS_NOT_DELIVERED));
        } else if (held == Held.END) {
            finish(desk);
        }
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
        receipts.onEnd(desk);
        if (unreadable || withoutResult || last.isEmpty()) {
            desk.acknowledge();
            doubt("the terminal ended without a readable result", desk);
        } else if (last.get().isApproved()) {
            endAfterApproval(desk);
        } else if (accepted.isPresent()) {
            desk.acknowledge();
            doubt("an approval that was acknowledged was taken back", desk);
        } else if (refused) {
            finish(desk);
        } else {
            negativeVerdict(last.get().code(), "", desk);
        }
    }

    private void endAfterApproval(Desk desk) {
        desk.acknowledge();
        if (accepted.isPresent()) {
            knowledge.last = Optional.of(last.get().transaction());
            desk.tell(new Notice.Finished(attempt));
            end();
        } else if (refused) {
            doubt("the terminal did not say that it reversed", desk);
        } else {
            doubt("the terminal ended before its approval was acknowledged", desk);
        }
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        receipts.onEnd(desk);
        if (unreadable || accepted.isPresent() || held == Held.APPROVAL) {
            desk.acknowledge();
            doubt("the terminal ended with an error after a result", desk);
        } else if (refused) {
            finish(desk);
        } else if (abort.result().filter(r -> r == ResultCode.WRONG_CURRENCY).isPresent()) {
            desk.acknowledge();
            String own = abort.currency().flatMap(ZvtCurrency::letters).orElse("another one");
            notStarted("wrong currency: the terminal has " + own, desk);
        } else if (abort.result().isPresent()) {
            negativeVerdict(abort.result().get(), vendorText(abort.fields()), desk);
        } else {
            desk.tell(new Notice.Declined(attempt, "", "ended without a reason"));
            hold(desk);
        }
    }

    private void negativeVerdict(int code, String vendorText, Desk desk) {
        String hex = String.format("%02X", code);
        if (code == ResultCode.ABORTED) {
            desk.tell(new Notice.Cancelled(attempt, hex));
        } else {
            String text = vendorText.isEmpty() ? ResultCode.meaning(code) : vendorText;
            desk.tell(new Notice.Declined(attempt, hex, text));
        }
        hold(desk);
    }

    private void hold(Desk desk) {
        graceUntil = null;
        held = Held.END;
        untakenUntil = desk.now().plus(ZvtTimes.UNTAKEN_VERDICT);
    }

    private void finish(Desk desk) {
        desk.acknowledge();
        desk.tell(new Notice.Finished(attempt));
        end();
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        notStarted(String.format("%02X %s", refusal.code(), ResultCode.meaning(refusal.code())), desk);
    }

    /** Why no terminal takes such an amount; empty when it may. */
    static Optional<String> unfit(long amountMinor, String currency) {
        if (amountMinor <= 0 || amountMinor > AMOUNT_MAX) {
            return Optional.of("no amount a terminal can take: " + amountMinor);
        }
        return ZvtCurrency.isKnown(currency) ? Optional.empty() : Optional.of("unknown currency " + currency);
    }

    @Override
    void begins(Desk desk) {
        knowledge.begin(attempt, true, desk.now());
    }

    @Override
    void notStarted(String why, Desk desk) {
        desk.tell(new Notice.NotStarted(attempt, why));
        desk.tell(new Notice.Finished(attempt));
        end();
    }

    @Override
    void onNotSent(Desk desk) {
        notStarted("not connected", desk);
    }

    @Override
    void onBroken(String why, Desk desk) {
        if (held == Held.END) {
            // The verdict was the terminal's last word; only its acknowledgement is missing.
            desk.tell(new Notice.Finished(attempt));
            end();
        } else {
            doubt(why + "; " + belief(), desk);
        }
    }

    /** Section 12.2. */
    private String belief() {
        if (accepted.isPresent()) {
            return "approved and acknowledged, probably paid";
        }
        if (last.isEmpty()) {
            return "no result was seen";
        }
        return last.get().isApproved()
                ? "approved and not acknowledged, probably reversed"
                : "refused, probably not paid";
    }

    private void doubt(String why, Desk desk) {
        receipts.onEnd(desk);
        knowledge.inDoubt = Optional.of(attempt);
        desk.tell(new Notice.InDoubt(attempt, why));
        end();
    }

    @Override
    Optional<Instant> due() {
        return Optional.ofNullable(held == Held.END ? untakenUntil : graceUntil);
    }

    @Override
    void onDue(Exchange exchange, Desk desk) {
        if (held == Held.END) {
            finish(desk);
        } else {
            graceUntil = desk.now().plus(ZvtTimes.GRACE_AFTER_DECLINE);
            exchange.checkTerminal(StatusTask.enquiry(knowledge), desk);
        }
    }

    private static String vendorText(Fields fields) {
        return fields.tlv()
                .find(0x1F17)
                .map(text -> PanFilter.mask(ZvtCharset.CP437.decode(text.value())))
                .orElse("");
    }
}
