package org.samokasa.sim.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Nobody can touch a machine that is only a recording, or somewhere else; one can look. */
public final class WireOperator implements Operator {
    private final Supplier<Map<String, String>> facts;

    private WireOperator(Supplier<Map<String, String>> facts) {
        this.facts = facts;
    }

    public static WireOperator of(ReplayMachine machine, int moments) {
        return new WireOperator(() -> {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("played", machine.position() + " of " + moments);
            facts.put("differences", String.valueOf(machine.differences()));
            machine.firstDifference().ifPresent(first -> facts.put("first difference", first));
            return facts;
        });
    }

    public static WireOperator of(RelayMachine machine) {
        return new WireOperator(() -> Map.of("real machine", machine.state()));
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of();
    }

    @Override
    public void perform(Step step, Instant now) {
        throw new ScriptException("nobody can '" + step.verb().word() + "' at the end of this wire");
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException("only its wire can be faulty");
    }

    @Override
    public void heal(Instant now) {
        // Nothing of its own can be broken.
    }

    @Override
    public Map<String, String> facts(Instant now) {
        return facts.get();
    }
}
