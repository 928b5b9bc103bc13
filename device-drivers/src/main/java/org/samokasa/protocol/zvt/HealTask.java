package org.samokasa.protocol.zvt;

/** 06 93 or 06 70 when the terminal asked for it; how it went shows the status enquiry that follows (section 7.8). */
final class HealTask extends Task {
    private final EcrCommand command;

    private HealTask(EcrCommand command) {
        this.command = command;
    }

    static HealTask initialisation(Knowledge knowledge) {
        return new HealTask(new EcrCommand.Initialisation(knowledge.options.password(), Fields.NONE));
    }

    static HealTask diagnosis() {
        return new HealTask(new EcrCommand.Diagnosis(Fields.NONE));
    }

    @Override
    EcrCommand command() {
        return command;
    }

    @Override
    void onCompletion(PtCommand.Completion completion, Desk desk) {
        desk.acknowledge();
        end();
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        desk.acknowledge();
        end();
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        end();
    }

    @Override
    void onBroken(String why, Desk desk) {
        end();
    }
}
