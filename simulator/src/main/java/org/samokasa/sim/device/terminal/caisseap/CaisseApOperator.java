package org.samokasa.sim.device.terminal.caisseap;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Holds cards to a Caisse-AP terminal, presses its red key and pulls its power. */
public final class CaisseApOperator implements Operator {
    private static final String REFUSED = "04";
    private static final String ABANDONED = "11";
    private static final String TIME_OVER = "08";

    private final CaisseApMachine machine;

    public CaisseApOperator(CaisseApMachine machine) {
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
            case "decline" -> machine.refuse(step.afterFirst().isEmpty() ? REFUSED : code(step));
            case "cancel" -> machine.refuse(ABANDONED);
            case "timeout" -> machine.refuse(TIME_OVER);
            case "vanish" -> machine.powerCycle();
            case "busy" -> machine.busy(true);
            default -> throw new ScriptException("nothing to do with a card named '" + step.first() + "'");
        }
    }

    private static String code(Step step) {
        int code = Integer.parseInt(step.afterFirst());
        if (code > 99) {
            throw new ScriptException("a refusal has a code from 0 to 99, not " + code);
        }
        return String.format("%02d", code);
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
        facts.put("display", machine.waitsForCard() ? "PRESENTEZ VOTRE CARTE" : "BONJOUR");
        facts.put("waits for a card", machine.waitsForCard() ? "yes" : "no");
        facts.put("transactions", String.valueOf(machine.journal().size()));
        facts.put("taken", machine.chargedMinor() + " minor units");
        return facts;
    }
}
