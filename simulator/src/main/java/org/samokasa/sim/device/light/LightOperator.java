package org.samokasa.sim.device.light;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Nobody touches a light on a pole; it is looked at. */
public final class LightOperator implements Operator {
    private final Lamps machine;

    public LightOperator(Lamps machine) {
        this.machine = machine;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of();
    }

    @Override
    public void perform(Step step, Instant now) {
        throw new ScriptException("a light cannot '" + step.verb().word() + "'");
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException("a light has no " + fault.getClass().getSimpleName());
    }

    @Override
    public void heal(Instant now) {
        // It has no faults of its own.
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("lamps", machine.lamps());
        facts.put("switched", String.valueOf(machine.switched()));
        return facts;
    }
}
