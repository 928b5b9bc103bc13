package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.driver.Drivers;
import org.samokasa.transport.DeviceAddress;

/** Payments by the shipped Caisse-AP driver, as configured, over real sockets to a simulator process's parts. */
@Timeout(180)
class CaisseApOverTheWireTest {
    @TempDir
    Path folder;

    private static CardTerminal open(String address) {
        Device device = Drivers.standard()
                .open(
                        "terminal",
                        "caisse-ap",
                        DeviceAddress.parse(address),
                        Map.of("protocolId", "246810121416", "till", "7"),
                        new DeviceName("terminal"));
        return (CardTerminal) device;
    }

    private Simulator simulator() throws Exception {
        Path file = Files.writeString(folder.resolve("sim.conf"), """
                machines = [ { name = terminal, kind = caisse-ap-terminal, port = "tcp:0", cardDelay = 20ms } ]
                """);
        return new Simulator(SimulatorConfig.read(file, MachineFactory.standard()), InstantSource.system());
    }

    @Test
    void paid_declined_and_paid_again_each_on_a_connection_of_its_own() throws Exception {
        try (Simulator simulator = simulator();
                LiveTerminal till = new LiveTerminal(
                        open(simulator.address(simulator.machines().units().get(0))))) {
            till.until(TerminalEvent.Ready.class);
            for (String card : new String[] {"approve", "decline", "cancel", "approve"}) {
                simulator.perform("card " + card);
                till.terminal.pay(new CardTerminal.PaymentRequest("1-1-" + card, new Amount(2310, "EUR")));
                TerminalEvent.Result result = till.until(TerminalEvent.Result.class);
                assertThat(result.verdict() instanceof TerminalEvent.Verdict.Approved)
                        .isEqualTo(card.equals("approve"));
                till.terminal.acceptResult(result.attempt());
                till.until(TerminalEvent.Finished.class);
            }
            assertThat(simulator.facts(simulator.machines().units().get(0)).get("taken"))
                    .isEqualTo("4620 minor units");
        }
    }

    @Test
    void cut_in_the_middle_of_the_dialogue_a_human_must_look() throws Exception {
        try (Simulator simulator = simulator();
                LiveTerminal till = new LiveTerminal(
                        open(simulator.address(simulator.machines().units().get(0))))) {
            till.until(TerminalEvent.Ready.class);
            till.terminal.pay(new CardTerminal.PaymentRequest("1-1-1", new Amount(2310, "EUR")));
            till.until(TerminalEvent.Prompted.class);
            simulator.perform("unplug terminal");
            till.until(TerminalEvent.InDoubt.class);
            till.terminal.enquire(new CardTerminal.Enquiry("1-1-1", new Amount(2310, "EUR"), Optional.empty()));
            assertThat(till.until(TerminalEvent.Found.class).finding())
                    .isInstanceOf(TerminalEvent.Finding.Unknown.class);
        }
    }
}
