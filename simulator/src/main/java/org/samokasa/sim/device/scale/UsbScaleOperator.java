package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Puts things on a scale and takes them off. */
public final class UsbScaleOperator implements Operator {
    private final UsbScale machine;

    public UsbScaleOperator(UsbScale machine) {
        this.machine = machine;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.PUT, Verb.TAKE, Verb.BAG, Verb.UNBAG, Verb.EMPTY);
    }

    @Override
    public void perform(Step step, Instant now) {
        switch (step.verb()) {
            case PUT, BAG -> machine.put(step.grams(), now);
            case TAKE, UNBAG -> take(step.grams(), now);
            case EMPTY -> machine.load(0, now);
            default ->
                throw new ScriptException("a scale cannot '" + step.verb().word() + "'");
        }
    }

    private void take(int grams, Instant now) {
        if (grams > machine.loadGrams()) {
            throw new ScriptException("only " + machine.loadGrams() + " g lie on " + machine.name());
        }
        machine.put(-grams, now);
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException("a scale has no " + fault.getClass().getSimpleName());
    }

    @Override
    public void heal(Instant now) {
        // It has no faults of its own.
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("display", machine.display(now));
        facts.put("load", machine.loadGrams() + " g");
        return facts;
    }
}
