package org.samokasa.sim.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.script.ScriptException;

/** The machines of a configuration, running in this process behind real wires. Steps may come from any thread. */
public final class SimulatedMachines implements AutoCloseable {
    private final Simulator simulator;

    private SimulatedMachines(Simulator simulator) {
        this.simulator = simulator;
    }

    /**
     * @param config a file as {@code simulate --config} takes it
     * @throws IllegalArgumentException listing everything that is wrong with it
     * @throws IOException when a port cannot be had
     */
    public static SimulatedMachines start(Path config) throws IOException {
        SimulatorConfig read = SimulatorConfig.read(config, MachineFactory.standard());
        return new SimulatedMachines(new Simulator(read, InstantSource.system()));
    }

    /**
     * What a driver or a lane's configuration writes to reach this machine.
     *
     * @throws ScriptException when there is no such machine
     */
    public String address(String machine) {
        return simulator.address(unit(machine));
    }

    /**
     * Does steps of the scenario language at the machines, for instance {@code put produce-scale 785 g}.
     *
     * @throws ScriptException saying which step cannot be done and why
     */
    public void perform(String... steps) {
        for (String step : steps) {
            simulator.perform(step);
        }
    }

    /** What a bystander sees at a machine, in words. */
    public Map<String, String> facts(String machine) {
        return simulator.facts(unit(machine));
    }

    /** Draws what the first printer has printed. */
    public void writePaper(Path png) throws IOException {
        simulator.writePaper(png);
    }

    private MachineUnit unit(String name) {
        return simulator
                .machines()
                .find(name)
                .orElseThrow(() -> new ScriptException("no machine '" + name + "', there are: "
                        + simulator.machines().units().stream()
                                .map(MachineUnit::name)
                                .toList()));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
