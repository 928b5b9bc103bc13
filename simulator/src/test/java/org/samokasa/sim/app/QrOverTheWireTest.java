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
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.driver.Drivers;
import org.samokasa.transport.DeviceAddress;

/** Payments by codes with the shipped driver, as configured, over real sockets to a simulator process's parts. */
@Timeout(180)
class QrOverTheWireTest {
    private static final Amount PRICE = new Amount(2310, "EUR");

    @TempDir
    Path folder;

    private static LiveTerminal till(String address, String token) {
        return new LiveTerminal((CardTerminal) Drivers.standard()
                .open(
                        "terminal",
                        "qr",
                        DeviceAddress.parse(address),
                        Map.of("till", "kiosk-7", "token", token),
                        new DeviceName("terminal")));
    }

    private Simulator simulator() throws Exception {
        Path file = Files.writeString(folder.resolve("sim.conf"), """
                machines = [ { name = terminal, kind = qr-gateway, port = "tcp:0", payDelay = 50ms, token = secret } ]
                """);
        return new Simulator(SimulatorConfig.read(file, MachineFactory.standard()), InstantSource.system());
    }

    private static String address(Simulator simulator) {
        return simulator.address(simulator.machines().units().get(0));
    }

    private static String taken(Simulator simulator) {
        return simulator.facts(simulator.machines().units().get(0)).get("taken");
    }

    @Test
    void paid_refused_and_paid_again() throws Exception {
        try (Simulator simulator = simulator();
                LiveTerminal till = till(address(simulator), "secret")) {
            till.until(TerminalEvent.Ready.class);
            for (String payer : new String[] {"approve", "decline", "approve"}) {
                String attempt = "1-1-" + till.told.size();
                till.terminal.pay(new CardTerminal.PaymentRequest(attempt, PRICE));
                assertThat(till.until(TerminalEvent.CodeShown.class).text()).endsWith("*2310*EUR");
                simulator.perform("card " + payer);
                TerminalEvent.Result result = till.until(TerminalEvent.Result.class);
                assertThat(result.verdict() instanceof TerminalEvent.Verdict.Approved)
                        .isEqualTo(payer.equals("approve"));
                till.terminal.acceptResult(attempt);
                till.until(TerminalEvent.Finished.class);
            }
            assertThat(taken(simulator)).isEqualTo("4620 minor units");
        }
    }

    @Test
    void money_that_came_twice_goes_back() throws Exception {
        try (Simulator simulator = simulator();
                LiveTerminal till = till(address(simulator), "secret")) {
            till.until(TerminalEvent.Ready.class);
            till.terminal.pay(new CardTerminal.PaymentRequest("1-1-1", PRICE));
            till.until(TerminalEvent.CodeShown.class);
            simulator.perform("card twice");
            till.until(TerminalEvent.Result.class);
            till.terminal.acceptResult("1-1-1");
            TerminalEvent.GivenBack back = till.until(TerminalEvent.GivenBack.class);
            assertThat(back.amount()).isEqualTo(PRICE);
            assertThat(back.attempt()).isEqualTo("1-1-1");
            assertThat(taken(simulator)).isEqualTo("2310 minor units");
        }
    }

    @Test
    void a_gateway_that_restarts_is_waited_for_and_a_till_that_restarts_finds_its_payment() throws Exception {
        try (Simulator simulator = simulator()) {
            try (LiveTerminal till = till(address(simulator), "secret")) {
                till.until(TerminalEvent.Ready.class);
                till.terminal.pay(new CardTerminal.PaymentRequest("1-1-1", PRICE));
                till.until(TerminalEvent.CodeShown.class);
                simulator.perform("unplug terminal");
                simulator.perform("card approve");
                simulator.perform("plug terminal");
                assertThat(till.until(TerminalEvent.Result.class).verdict())
                        .isInstanceOf(TerminalEvent.Verdict.Approved.class);
            }
            try (LiveTerminal after = till(address(simulator), "secret")) {
                after.terminal.enquire(new CardTerminal.Enquiry("1-1-1", PRICE, Optional.empty()));
                assertThat(after.until(TerminalEvent.Found.class).finding())
                        .isInstanceOf(TerminalEvent.Finding.Paid.class);
            }
        }
    }

    @Test
    void a_wrong_token_begins_nothing() throws Exception {
        try (Simulator simulator = simulator();
                LiveTerminal till = till(address(simulator), "another")) {
            till.until(org.samokasa.devices.HealthChanged.class);
            till.terminal.pay(new CardTerminal.PaymentRequest("1-1-1", PRICE));
            assertThat(till.until(TerminalEvent.Result.class).verdict())
                    .isInstanceOf(TerminalEvent.Verdict.NotStarted.class);
            assertThat(taken(simulator)).isEqualTo("0 minor units");
        }
    }
}
