package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.Optional;

/** 06 20 03 03 to find out what became of an attempt in doubt (section 12.3). */
final class EnquiryTask extends Task {
    /**
     * @param before the terminal's last transaction before the attempt, empty when it was not known
     * @param since when the question was put
     */
    record Question(
            String attempt, long amountMinor, String currency, Optional<ZvtTransaction> before, Instant since) {}

    private final Question question;
    private final Knowledge knowledge;
    private Optional<ZvtResult> found = Optional.empty();
    private Optional<Notice.Finding> finding = Optional.empty();

    EnquiryTask(Question question, Knowledge knowledge) {
        this.question = question;
        this.knowledge = knowledge;
    }

    /** Empty when the terminal could not be asked this time. */
    Optional<Notice.Finding> finding() {
        return finding;
    }

    /** What the terminal named, for whom the finding is about. */
    Optional<ZvtResult> found() {
        return found;
    }

    @Override
    EcrCommand command() {
        return LastTransactionTask.question(knowledge);
    }

    @Override
    void onStatus(Fields fields, Desk desk) {
        boolean hit =
                fields.damaged().contains(Fields.RESULT) || fields.damaged().contains(Fields.AMOUNT);
        found = hit ? Optional.empty() : ZvtResult.read(fields, knowledge.charset, knowledge.options.currency());
        desk.acknowledge();
    }

    @Override
    void onCompletion(PtCommand.Completion completion, Desk desk) {
        desk.acknowledge();
        finding = Optional.of(FindingRule.judge(
                question, found, knowledge.attempt(question.attempt()), knowledge.options.zone(), desk.now()));
        end();
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        desk.acknowledge();
        unknown("the terminal would not name its last transaction: "
                + abort.result().map(ResultCode::meaning).orElse("no reason given"));
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        if (refusal.code() == ResultCode.PLEASE_WAIT) {
            end();
            return;
        }
        knowledge.lacksRepeatReceipt |= refusal.code() == ResultCode.FUNCTION_UNKNOWN;
        unknown("the terminal would not name its last transaction: " + ResultCode.meaning(refusal.code()));
    }

    @Override
    void onBroken(String why, Desk desk) {
        end();
    }

    private void unknown(String why) {
        finding = Optional.of(new Notice.Finding.Unknown(why));
        end();
    }
}
