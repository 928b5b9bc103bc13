package org.samokasa.sim.device.terminal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** The shopper with the card, and the bank. */
public final class TerminalOperator implements Operator {
    /** ISO 8583 response 05, "do not honour": what most refusals are. */
    private static final int USUAL_REFUSAL = 0x05;
    /** Status 9C: the terminal is busy and refuses every command. */
    private static final int BUSY = 0x9C;
    /** Before this message of the next payment a vanishing terminal cuts the line: it has taken the command by then. */
    private static final int VANISHES_BEFORE = 3;

    private final ZvtTerminalMachine machine;

    public TerminalOperator(ZvtTerminalMachine machine) {
        this.machine = machine;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CARD);
    }

    @Override
    public void perform(Step step, Instant now) {
        switch (step.first()) {
            case "approve" -> machine.outcome(new Outcome.ApproveContactless());
            case "wrong-pin" -> machine.outcome(new Outcome.WrongPinThenRight());
            case "timeout" -> machine.outcome(new Outcome.NoCard());
            case "decline" -> machine.outcome(new Outcome.Decline(code(step.afterFirst())));
            case "busy" -> machine.status(BUSY);
            case "cancel" -> cancel();
            case "vanish" -> vanish();
            default -> throw new ScriptException("a terminal knows no card that does '" + step.first() + "'");
        }
    }

    private static int code(String text) {
        int code = text.isEmpty() ? USUAL_REFUSAL : Integer.parseInt(text);
        if (code < 1 || code > 255) {
            throw new ScriptException("a code of a refusal is 1 to 255, got " + text);
        }
        return code;
    }

    private void cancel() {
        if (machine.waitsForCard()) {
            machine.pressCancel();
        } else {
            machine.outcome(new Outcome.CancelKey());
        }
    }

    /** In the middle of a payment its power fails; before one, the line breaks in the next. */
    private void vanish() {
        if (machine.waitsForCard()) {
            machine.powerCycle();
        } else {
            machine.hangUpBefore(VANISHES_BEFORE);
        }
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException(
                "a payment terminal has no " + fault.getClass().getSimpleName());
    }

    /** Not busy any more. */
    @Override
    public void heal(Instant now) {
        machine.status(0);
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("display", machine.display());
        facts.put("registered", machine.isRegistered() ? "yes" : "no");
        facts.put("chargedMinor", String.valueOf(machine.chargedMinor()));
        return facts;
    }
}
