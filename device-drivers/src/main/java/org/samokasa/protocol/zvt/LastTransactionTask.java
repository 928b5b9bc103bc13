package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** 06 20 03 03: the last transaction, told and not printed (sections 7.11 and 12.3). */
final class LastTransactionTask extends Task {
    private static final int TELL_STATUS_PRINT_NOTHING = 0x03;

    private final Knowledge knowledge;
    private Optional<ZvtResult> found = Optional.empty();

    LastTransactionTask(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    static EcrCommand question(Knowledge knowledge) {
        return new EcrCommand.RepeatReceipt(
                knowledge.options.password(), Fields.NONE.with(Fields.SERVICE, Bytes.of(TELL_STATUS_PRINT_NOTHING)));
    }

    @Override
    EcrCommand command() {
        return question(knowledge);
    }

    @Override
    void onStatus(Fields fields, Desk desk) {
        found = ZvtResult.read(fields, knowledge.charset, knowledge.options.currency());
        desk.acknowledge();
    }

    @Override
    void onCompletion(PtCommand.Completion completion, Desk desk) {
        desk.acknowledge();
        Optional<ZvtTransaction> named = found.map(ZvtResult::transaction).filter(ZvtTransaction::isNamed);
        knowledge.last = named.or(() -> knowledge.last);
        end();
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        // Nothing to repeat, or not now: what was known stays known.
        desk.acknowledge();
        end();
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        knowledge.lacksRepeatReceipt |= refusal.code() == ResultCode.FUNCTION_UNKNOWN;
        end();
    }

    @Override
    void onBroken(String why, Desk desk) {
        end();
    }
}
