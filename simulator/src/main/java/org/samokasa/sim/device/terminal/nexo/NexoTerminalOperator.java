package org.samokasa.sim.device.terminal.nexo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Holds cards to a nexo terminal, presses its red key and pulls its power. */
public final class NexoTerminalOperator implements Operator {
    private final NexoTerminalMachine machine;

    public NexoTerminalOperator(NexoTerminalMachine machine) {
        this.machine = machine;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CARD);
    }

    @Override
    public void perform(Step step, Instant now) {
        switch (step.first()) {
            case "approve", "wrong-pin" -> machine.approve();
            case "decline" -> machine.refuse("Refusal");
            case "cancel", "timeout" -> machine.refuse("Cancel");
            case "vanish" -> machine.powerCycle();
            case "busy" -> machine.refuse("Busy");
            default -> throw new ScriptException("nothing to do with a card named '" + step.first() + "'");
        }
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException("a terminal has no " + fault.getClass().getSimpleName());
    }

    @Override
    public void heal(Instant now) {
        machine.heal();
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("display", machine.waitsForCard() ? "PRESENT CARD" : "WELCOME");
        facts.put("waits for a card", machine.waitsForCard() ? "yes" : "no");
        facts.put("transactions", String.valueOf(machine.bookings().size()));
        facts.put("taken", machine.charged() + " major units");
        return facts;
    }
}
