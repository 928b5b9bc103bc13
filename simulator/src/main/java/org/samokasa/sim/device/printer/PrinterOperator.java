package org.samokasa.sim.device.printer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Opens covers, takes the paper out and puts it back. */
public final class PrinterOperator implements Operator {
    private final PrinterMachine machine;

    public PrinterOperator(PrinterMachine machine) {
        this.machine = machine;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.EMPTY);
    }

    /** {@code empty printer} tears the printed paper off. */
    @Override
    public void perform(Step step, Instant now) {
        if (step.verb() != Verb.EMPTY) {
            throw new ScriptException("a printer cannot '" + step.verb().word() + "'");
        }
        machine.tearOff();
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        PrinterState state = machine.state();
        if (fault instanceof Fault.PaperOut) {
            state.paperOut(true);
        } else if (fault instanceof Fault.PaperLow) {
            state.paperLow(true);
        } else if (fault instanceof Fault.CoverOpen) {
            state.coverOpen(true);
        } else if (fault instanceof Fault.Jammed) {
            state.blockCutter();
        } else if (fault instanceof Fault.Overheated) {
            state.overheated(true);
        } else if (fault instanceof Fault.HoldLine) {
            if (!machine.flow().isStopping()) {
                throw new ScriptException("a printer holds the line only with flow = xonxoff in its configuration");
            }
            machine.flow().stick(true);
        }
    }

    @Override
    public void heal(Instant now) {
        machine.state().mendAll();
        machine.flow().stick(false);
    }

    @Override
    public List<PaperPiece> paper() {
        return machine.paper();
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("state", machine.state().inWords());
        facts.put("lines", String.valueOf(machine.textLines().size()));
        facts.put(
                "pictures",
                String.valueOf(machine.paper().stream()
                        .filter(PaperPiece.Picture.class::isInstance)
                        .count()));
        facts.put("drawer", String.valueOf(machine.drawerPulses()));
        return facts;
    }
}
