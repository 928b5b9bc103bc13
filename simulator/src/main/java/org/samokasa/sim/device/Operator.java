package org.samokasa.sim.device;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.printer.PaperPiece;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** The hands at a machine: does with it what a step says. Used on the machine's thread. */
public interface Operator {
    /** The steps this machine takes besides faults and plugs. */
    Set<Verb> verbs();

    /** @throws org.samokasa.sim.script.ScriptException when the machine cannot do that now */
    void perform(Step step, Instant now);

    /** @throws org.samokasa.sim.script.ScriptException when a machine of this kind cannot have this fault */
    void inflict(Fault.OfMachine fault, Instant now);

    /** Mends what {@link #inflict} broke. */
    void heal(Instant now);

    /** What it has printed, oldest first; empty for machines without paper. */
    default List<PaperPiece> paper() {
        return List.of();
    }

    /** What a bystander sees, in words, in a fixed order; for the panel and for status lines. */
    Map<String, String> facts(Instant now);
}
