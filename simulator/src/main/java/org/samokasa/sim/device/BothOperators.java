package org.samokasa.sim.device;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Two pairs of hands at a machine that is two, for instance a bioptic with its scanner and its scale. */
public final class BothOperators implements Operator {
    private final Operator first;
    private final Operator second;

    /** @param first does what both could */
    public BothOperators(Operator first, Operator second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Set<Verb> verbs() {
        Set<Verb> both = new LinkedHashSet<>(first.verbs());
        both.addAll(second.verbs());
        return both;
    }

    @Override
    public void perform(Step step, Instant now) {
        (first.verbs().contains(step.verb()) ? first : second).perform(step, now);
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        first.inflict(fault, now);
    }

    @Override
    public void heal(Instant now) {
        first.heal(now);
        second.heal(now);
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> both = new LinkedHashMap<>(first.facts(now));
        both.putAll(second.facts(now));
        return both;
    }
}
