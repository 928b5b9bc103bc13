package org.samokasa.sim.device;

import java.util.List;
import java.util.Optional;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/**
 * The machines of one lane; knows which of them a step means.
 *
 * @param units their names differ
 */
public record MachineSet(List<MachineUnit> units) {
    /** The machine that {@code bag} and {@code unbag} mean. */
    public static final String BAGGING_SCALE = "bagging-scale";

    public MachineSet {
        units = List.copyOf(units);
        if (units.stream().map(MachineUnit::name).distinct().count() < units.size()) {
            throw new IllegalArgumentException("two machines have the same name");
        }
    }

    /** @throws ScriptException naming the machines that there are */
    public MachineUnit meant(Step step) {
        return switch (step.verb()) {
            case SCAN, CARD -> firstThatTakes(step.verb());
            case BAG, UNBAG -> named(BAGGING_SCALE);
            case PUT, TAKE, EMPTY, FAULT, HEAL, UNPLUG, PLUG -> named(step.first());
            default -> throw new ScriptException("'" + step.verb().word() + "' is nothing a machine does");
        };
    }

    public Optional<MachineUnit> find(String name) {
        return units.stream().filter(unit -> unit.name().equals(name)).findFirst();
    }

    private MachineUnit named(String name) {
        return find(name)
                .orElseThrow(() -> new ScriptException("no machine '" + name + "', there are: "
                        + String.join(
                                ", ", units.stream().map(MachineUnit::name).toList())));
    }

    private MachineUnit firstThatTakes(Verb verb) {
        return units.stream()
                .filter(unit -> unit.operator().verbs().contains(verb))
                .findFirst()
                .orElseThrow(() -> new ScriptException("no machine here can '" + verb.word() + "'"));
    }
}
