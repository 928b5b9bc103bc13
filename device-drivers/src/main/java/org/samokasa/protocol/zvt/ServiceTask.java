package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 06 70 or 06 50 because somebody asked for it: what it prints and tells is collected for them (sections 7.5, 7.8, 11.10). */
final class ServiceTask extends Task {
    private final String run;
    private final boolean endOfDay;
    private final Knowledge knowledge;
    private final ReceiptCollector paper = new ReceiptCollector();
    private final List<Notice.ReceiptLine> lines = new ArrayList<>();
    private Optional<Notice.Turnover> turnover = Optional.empty();
    private boolean touched;

    private ServiceTask(String run, boolean endOfDay, Knowledge knowledge) {
        this.run = run;
        this.endOfDay = endOfDay;
        this.knowledge = knowledge;
    }

    static ServiceTask diagnosis(String run, Knowledge knowledge) {
        return new ServiceTask(run, false, knowledge);
    }

    static ServiceTask endOfDay(String run, Knowledge knowledge) {
        return new ServiceTask(run, true, knowledge);
    }

    @Override
    EcrCommand command() {
        return endOfDay
                ? new EcrCommand.EndOfDay(knowledge.options.password(), Fields.NONE)
                : new EcrCommand.Diagnosis(Fields.NONE);
    }

    /** A day must not be closed twice on suspicion. */
    @Override
    boolean movesMoney() {
        return endOfDay;
    }

    @Override
    boolean isUntouched() {
        return !touched;
    }

    @Override
    void onStatus(Fields fields, Desk desk) {
        touched = true;
        fields.amountMinor()
                .ifPresent(sum -> turnover = Optional.of(new Notice.Turnover(
                        sum,
                        fields.currency().orElse(knowledge.options.currency()),
                        fields.find(Fields.TOTALS).flatMap(TurnoverTotals::read))));
        desk.acknowledge();
    }

    @Override
    void onPrintLine(PtCommand.PrintLine line, Desk desk) {
        touched = true;
        paper.add(line, knowledge.charset).ifPresent(this::take);
        desk.acknowledge();
    }

    @Override
    void onPrintBlock(PtCommand.PrintTextBlock block, Desk desk) {
        touched = true;
        paper.add(block, knowledge.charset).ifPresent(this::take);
        desk.acknowledge();
    }

    private void take(ReceiptCollector.Complete slip) {
        lines.addAll(slip.lines());
    }

    @Override
    void onCompletion(PtCommand.Completion completion, Desk desk) {
        desk.acknowledge();
        ended(true, "", desk);
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        desk.acknowledge();
        ended(false, abort.result().map(ServiceTask::words).orElse("ended without a reason"), desk);
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        ended(false, words(refusal.code()), desk);
    }

    @Override
    void onBroken(String why, Desk desk) {
        ended(false, endOfDay ? why + "; whether the day was closed, the terminal's own journal says" : why, desk);
    }

    @Override
    void onNotSent(Desk desk) {
        notStarted("not connected", desk);
    }

    @Override
    void notStarted(String why, Desk desk) {
        ended(false, why, desk);
    }

    private static String words(int code) {
        return String.format("%02X %s", code, ResultCode.meaning(code));
    }

    private void ended(boolean done, String detail, Desk desk) {
        paper.rest().ifPresent(this::take);
        desk.tell(new Notice.Served(run, done, detail, lines, turnover));
        end();
    }
}
