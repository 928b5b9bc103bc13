package org.samokasa.sim.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.transport.WireTap;

/**
 * Starts the machines of a configuration and keeps them running. Writes one line of JSON for each machine that can be
 * reached, and with {@code --control} one for the control port. Exit code 2 for wrong use.
 */
public final class SimulatorMain {
    private SimulatorMain() {}

    public static void main(String... arguments) throws InterruptedException {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(SimulatorArguments.USAGE);
            return;
        }
        try {
            run(SimulatorArguments.parse(arguments));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void run(SimulatorArguments arguments) throws IOException, InterruptedException {
        SimulatorConfig config = SimulatorConfig.read(arguments.config(), MachineFactory.standard());
        WireTap tap = arguments.record().isPresent()
                ? RecordingFolder.open(arguments.record().get())
                : WireTap.NONE;
        Simulator simulator = new Simulator(config, InstantSource.system(), tap);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "unplug all"));
        for (MachineUnit unit : simulator.machines().units()) {
            System.out.println(Json.ready(unit, simulator.address(unit)));
        }
        simulator.usbAddress().ifPresent(at -> System.out.println("{\"usb\":\"" + at + "\"}"));
        config.weather().ifPresent(weather -> WeatherThread.start(weather, simulator));
        if (arguments.control().isPresent()) {
            ControlServer control =
                    new ControlServer(simulator, arguments.control().get());
            System.out.println("{\"control\":\"tcp://127.0.0.1:" + control.port() + "\"}");
        }
        if (arguments.panel()) {
            PanelWindow.open(simulator, config, arguments.panelLeft(), arguments.panelWidth());
        }
        new CountDownLatch(1).await();
    }
}
