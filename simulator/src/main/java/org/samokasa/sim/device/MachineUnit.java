package org.samokasa.sim.device;

import java.time.Instant;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.fault.FaultyMachine;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/**
 * A machine, its faulty wire and its operator.
 *
 * @param kind what it is, for instance {@code scanner}, {@code scale}, {@code printer}, {@code zvt-terminal}
 * @param machine what goes behind a wire
 */
public record MachineUnit(String kind, FaultyMachine machine, Operator operator) {
    public static MachineUnit of(String kind, VirtualMachine machine, Operator operator) {
        return new MachineUnit(kind, new FaultyMachine(machine), operator);
    }

    public String name() {
        return machine.name();
    }

    /**
     * Does a step at this machine; plugs are the business of whoever runs it.
     *
     * @throws ScriptException when it cannot be done
     */
    public void perform(Step step, Instant now) {
        if (step.verb() == Verb.FAULT) {
            inflict(parse(step.afterFirst()), now);
        } else if (step.verb() == Verb.HEAL) {
            machine.heal();
            operator.heal(now);
        } else if (operator.verbs().contains(step.verb())) {
            operator.perform(step, now);
        } else {
            throw new ScriptException(
                    name() + " is a " + kind + " and cannot '" + step.verb().word() + "'");
        }
    }

    private static Fault parse(String text) {
        try {
            return Fault.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ScriptException(e.getMessage());
        }
    }

    private void inflict(Fault fault, Instant now) {
        if (fault instanceof Fault.OfWire wire) {
            machine.inflict(wire);
        } else if (fault instanceof Fault.OfMachine own) {
            operator.inflict(own, now);
        } else {
            throw new ScriptException("use 'unplug " + name() + "' to pull a plug");
        }
    }
}
