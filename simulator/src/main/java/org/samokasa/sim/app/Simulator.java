package org.samokasa.sim.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.samokasa.sim.device.MachineSet;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.printer.PaperPiece;
import org.samokasa.sim.panel.PanelState;
import org.samokasa.sim.paper.PaperPicture;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.transport.Port;
import org.samokasa.sim.transport.WireTap;
import org.samokasa.transport.usb.BusServer;

/** All machines, running. Steps may come from any thread. */
final class Simulator implements AutoCloseable {
    /** A machine's thread answers at once; this long means that it is dead. */
    private static final long ANSWER_SECONDS_MAX = 5;

    private static final int PAPER_COLUMNS = 48;

    private final MachineSet machines;
    private final Map<String, Port> ports = new LinkedHashMap<>();
    private final Map<String, Boolean> unplugged = new ConcurrentHashMap<>();
    private final WireLog log;
    private BusServer usb;

    /** @throws IOException when a port cannot be had; then none stays open */
    Simulator(SimulatorConfig config, InstantSource clock) throws IOException {
        this(config, clock, WireTap.NONE);
    }

    /** @param tap sees every wire besides */
    Simulator(SimulatorConfig config, InstantSource clock, WireTap tap) throws IOException {
        machines = new MachineSet(
                config.machines().stream().map(SimulatorConfig.Placed::unit).toList());
        log = new WireLog(config.machines().stream()
                .collect(Collectors.toMap(placed -> placed.unit().name(), SimulatorConfig.Placed::words)));
        try {
            if (config.usbPort().isPresent()) {
                usb = BusServer.open(config.usbPort().getAsInt());
            }
            for (SimulatorConfig.Placed placed : config.machines()) {
                ports.put(placed.unit().name(), Port.open(placed.unit().machine(), placed.port(), clock, log.and(tap)));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    MachineSet machines() {
        return machines;
    }

    /** Where another process finds the USB bus; empty when it is not offered. */
    Optional<String> usbAddress() {
        return Optional.ofNullable(usb).map(BusServer::address);
    }

    String address(MachineUnit unit) {
        return ports.get(unit.name()).address();
    }

    /**
     * Does one line of the scenario language.
     *
     * @throws ScriptException when it cannot be read or done
     */
    void perform(String line) {
        Step step;
        try {
            step = Scenario.step(1, line);
        } catch (IllegalArgumentException e) {
            throw new ScriptException(e.getMessage());
        }
        MachineUnit unit = machines.meant(step);
        switch (step.verb()) {
            case UNPLUG -> unplug(unit.name());
            case PLUG -> plug(unit.name());
            default ->
                answer(ports.get(unit.name()).perform(now -> {
                    unit.perform(step, now);
                    return true;
                }));
        }
    }

    private void unplug(String name) {
        answer(ports.get(name).unplug());
        unplugged.put(name, true);
    }

    private void plug(String name) {
        answer(ports.get(name).plug());
        unplugged.remove(name);
    }

    Map<String, String> facts(MachineUnit unit) {
        return answer(ports.get(unit.name()).perform(now -> unit.operator().facts(now)));
    }

    boolean isPlugged(MachineUnit unit) {
        return !unplugged.containsKey(unit.name());
    }

    private List<PaperPiece> paper(MachineUnit unit) {
        return answer(ports.get(unit.name()).perform(now -> unit.operator().paper()));
    }

    /** Writes what the first printer has printed. */
    void writePaper(Path file) throws IOException {
        MachineUnit printer = machines.units().stream()
                .filter(unit -> unit.kind().equals("printer"))
                .findFirst()
                .orElseThrow(() -> new ScriptException("no printer here"));
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(new PaperPicture(PAPER_COLUMNS).draw(paper(printer)), "png", out);
        }
    }

    PanelState state(PanelState.Scenarios scenarios) {
        List<PanelState.Machine> shown = new ArrayList<>();
        for (MachineUnit unit : machines.units()) {
            shown.add(new PanelState.Machine(
                    unit.name(), unit.kind(), address(unit), isPlugged(unit), facts(unit), paper(unit)));
        }
        return new PanelState(shown, log.newest(), scenarios);
    }

    private static <T> T answer(CompletableFuture<T> future) {
        try {
            return future.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new ScriptException("the machine does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }

    @Override
    public void close() {
        ports.values().forEach(Port::close);
        if (usb != null) {
            usb.close();
        }
    }
}
