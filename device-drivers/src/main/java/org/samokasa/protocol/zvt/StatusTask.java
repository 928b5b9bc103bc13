package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** 05 01: how the terminal is, and what keeps its timed jobs running (sections 7.7 and 9.3). */
final class StatusTask extends Task {
    private static final int WITHOUT_VERSION = 0x02;

    private final Knowledge knowledge;
    private final Readiness readiness;

    StatusTask(Knowledge knowledge, Readiness readiness) {
        this.knowledge = knowledge;
        this.readiness = readiness;
    }

    static EcrCommand enquiry(Knowledge knowledge) {
        return new EcrCommand.StatusEnquiry(
                Optional.of(knowledge.options.password()), Fields.NONE.with(Fields.SERVICE, Bytes.of(WITHOUT_VERSION)));
    }

    @Override
    EcrCommand command() {
        return enquiry(knowledge);
    }

    @Override
    void onCompletion(PtCommand.Completion completion, Desk desk) {
        desk.acknowledge();
        Optional<TerminalStatus> status = completion.terminalStatus();
        if (status.isPresent()) {
            readiness.status(status.get(), desk);
        }
        // An end without a status says only that the terminal is there: good enough to go on.
        end();
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        desk.acknowledge();
        int code = abort.result().orElse(0xFF);
        readiness.problem(Notice.State.FAULT, ResultCode.meaning(code), ZvtTimes.FAULT_PAUSE, false, desk);
        end();
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        if (refusal.code() == ResultCode.FUNCTION_UNKNOWN) {
            knowledge.lacksStatusEnquiry = true;
        } else {
            boolean busy = refusal.code() == ResultCode.PLEASE_WAIT;
            readiness.problem(
                    busy ? Notice.State.BUSY : Notice.State.FAULT,
                    ResultCode.meaning(refusal.code()),
                    busy ? ZvtTimes.STATUS_PAUSE : ZvtTimes.FAULT_PAUSE,
                    refusal.code() == ResultCode.NOT_REGISTERED,
                    desk);
        }
        end();
    }

    @Override
    void onBroken(String why, Desk desk) {
        end();
    }
}
