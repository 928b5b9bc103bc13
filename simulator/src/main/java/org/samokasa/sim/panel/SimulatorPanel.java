package org.samokasa.sim.panel;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.samokasa.sim.shelf.Shelf;

/** The whole panel. Used on the event thread only; {@link #show} as often as one likes. */
public final class SimulatorPanel extends JPanel {
    private final MachineBar bar;
    private final WireView wires;
    private final ScenarioView scenarios;
    private final Map<String, Consumer<PanelState.Machine>> views = new LinkedHashMap<>();

    /**
     * @param shelf what can be scanned by a click
     * @param first decides which machines have a place; later states show the same ones
     * @param steps takes what a button does, as a line of the scenario language; must return at once
     * @param actions takes what is done with scenarios
     * @param zone for the times of the wires
     */
    public SimulatorPanel(Shelf shelf, PanelState first, Consumer<String> steps, ScenarioActions actions, ZoneId zone) {
        super(new MigLayout(
                "insets 14, fill, gap 12", "[340!,fill][grow,fill][350!,fill]", "[][][grow,fill][215!,fill]"));
        List<String> names =
                first.machines().stream().map(PanelState.Machine::name).toList();
        bar = new MachineBar(first.machines());
        wires = new WireView(names, zone);
        scenarios = new ScenarioView(actions);
        add(bar, "span 3, growx, wrap");
        add(scenarios, "span 3, growx, wrap");
        add(new ShelfView(shelf, steps), "grow");
        add(middle(first, steps), "grow");
        add(right(first, steps), "grow, wrap");
        add(wires, "span 2, grow");
        add(new FaultView(names, steps), "grow");
        CardKeys.give(this);
        show(first);
    }

    private JPanel middle(PanelState first, Consumer<String> steps) {
        JPanel column = new JPanel(new MigLayout("insets 0, fillx, wrap 1, gap 12", "[grow,fill]"));
        column.setOpaque(false);
        for (PanelState.Machine machine : first.machines()) {
            if (machine.kind().equals("scale") || machine.kind().equals("magellan")) {
                ScaleView view = new ScaleView(machine.name(), steps);
                views.put(machine.name(), view::show);
                column.add(view);
            } else if (machine.kind().endsWith("terminal")) {
                TerminalView view = new TerminalView(steps);
                views.put(machine.name(), view::show);
                column.add(view);
            }
        }
        return column;
    }

    private JPanel right(PanelState first, Consumer<String> steps) {
        JPanel column = new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 12", "[grow,fill]", "[grow,fill]"));
        column.setOpaque(false);
        for (PanelState.Machine machine : first.machines()) {
            if (machine.kind().equals("printer")) {
                PrinterView view = new PrinterView(machine.name(), steps);
                views.put(machine.name(), view::show);
                column.add(view, "grow");
            }
        }
        return column;
    }

    /** Shows how things are now. */
    public void show(PanelState state) {
        bar.show(state);
        wires.show(state.wires());
        scenarios.show(state.scenarios());
        for (PanelState.Machine machine : state.machines()) {
            views.getOrDefault(machine.name(), unseen -> {}).accept(machine);
        }
    }

    /** Shows what a step led to; an empty error means that it was done. */
    public void told(String step, String error) {
        bar.told(step, error);
    }
}
