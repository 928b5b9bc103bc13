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

/** Holds cards to a terminal, types PINs, presses its red key and pulls its power. */
public final class ZvtTerminalOperator implements Operator {
    /** Terminal status "busy with own job" (ZVT 9.3). */
    private static final int BUSY = 0x9C;

    /** The usual "no" of a bank. */
    private static final int DECLINED = 5;

    private final ZvtTerminalMachine machine;

    public ZvtTerminalOperator(ZvtTerminalMachine machine) {
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
            case "decline" -> machine.outcome(new Outcome.Decline(code(step)));
            case "wrong-pin" -> machine.outcome(new Outcome.WrongPinThenRight());
            case "timeout" -> machine.outcome(new Outcome.NoCard());
            case "cancel" -> cancel();
            case "vanish" -> machine.powerCycle();
            case "busy" -> machine.status(BUSY);
            default -> throw new ScriptException("nothing to do with a card named '" + step.first() + "'");
        }
    }

    private void cancel() {
        if (machine.waitsForCard()) {
            machine.pressCancel();
        } else {
            machine.outcome(new Outcome.CancelKey());
        }
    }

    private static int code(Step step) {
        int code = step.afterFirst().isEmpty() ? DECLINED : Integer.parseInt(step.afterFirst());
        if (code < 1 || code > 0xFF) {
            throw new ScriptException("a refusal has a code from 1 to 255, not " + code);
        }
        return code;
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException("a terminal has no " + fault.getClass().getSimpleName());
    }

    @Override
    public void heal(Instant now) {
        machine.status(0);
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("display", machine.display().replace('\n', ' '));
        facts.put("registered", machine.isRegistered() ? "yes" : "no");
        facts.put("waits for a card", machine.waitsForCard() ? "yes" : "no");
        facts.put("transactions", String.valueOf(machine.turnovers().size()));
        facts.put("taken", machine.chargedMinor() + " minor units");
        return facts;
    }
}
