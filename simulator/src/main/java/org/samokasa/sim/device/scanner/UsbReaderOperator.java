package org.samokasa.sim.device.scanner;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Scans texts and, when the shelf knows it, products by name. */
public final class UsbReaderOperator implements Operator {
    private final UsbReader machine;
    private final UnaryOperator<String> codes;

    /** @param codes turns a product's name into its code and leaves everything else alone */
    public UsbReaderOperator(UsbReader machine, UnaryOperator<String> codes) {
        this.machine = machine;
        this.codes = codes;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.SCAN);
    }

    @Override
    public void perform(Step step, Instant now) {
        machine.scan(codes.apply(step.text()));
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException("a scanner has no " + fault.getClass().getSimpleName());
    }

    @Override
    public void heal(Instant now) {
        // It has no faults of its own.
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("reading", machine.isEnabled() ? "on" : "off");
        facts.put("last", machine.lastRead());
        facts.put("beeps", String.valueOf(machine.beeps()));
        facts.put("refused", String.valueOf(machine.refusals()));
        return facts;
    }
}
