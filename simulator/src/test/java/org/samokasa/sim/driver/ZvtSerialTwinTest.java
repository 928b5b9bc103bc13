package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.terminal.SerialLine;
import org.samokasa.sim.device.terminal.ZvtTerminalMachine;
import org.samokasa.sim.device.terminal.ZvtTerminalOperator;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions;

/** The ZVT driver over a serial line with its twin, in virtual time and with a bad line. */
class ZvtSerialTwinTest {
    private static final Amount PRICE = new Amount(2310, "EUR");

    private final ZvtTerminalMachine machine = new ZvtTerminalMachine(
            ZvtTerminalOptions.DEFAULT.withHistory(false).withDelays(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    private final TwinBench<ZvtTerminal> bench = new TwinBench<>(
            (name, link) -> new ZvtTerminal(name, new SerialWire(link), ZvtOptions.DEFAULT),
            MachineUnit.of("zvt-terminal", new SerialLine(machine), new ZvtTerminalOperator(machine)));
    private final List<DeviceEvent> told = new ArrayList<>();

    private void run(long seconds) {
        for (long i = 0; i < seconds * 2; i++) {
            bench.advance(Duration.ofMillis(500));
            for (DeviceEvent event : bench.told()) {
                told.add(event);
                if (event instanceof TerminalEvent.Result result) {
                    bench.device.acceptResult(result.attempt());
                }
            }
        }
    }

    /** Faults on the way from the terminal: a lost ACK, a wrong bit, doubled blocks, a slow line. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "drop 1", "drop 5", "flip 40", "flip 7", "duplicate", "late 300 ms"})
    void a_bad_line_is_borne_without_paying_twice(String fault) {
        run(10);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        if (!fault.equals("none")) {
            bench.step("fault terminal " + fault);
        }
        bench.step("card approve");
        bench.device.pay(new PaymentRequest("1-7-1", PRICE));
        run(120);
        assertThat(told).as("%s: %s", fault, told).hasAtLeastOneElementOfType(TerminalEvent.Finished.class);
        assertThat(told.stream().filter(TerminalEvent.Result.class::isInstance)).hasSize(1);
        assertThat(told.stream().filter(TerminalEvent.ReceiptText.class::isInstance))
                .hasSize(2);
        assertThat(machine.chargedMinor()).isEqualTo(2310);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "garble", "half"})
    void a_dead_line_leaves_doubt_that_the_terminal_ends(String fault) {
        run(10);
        bench.step("fault terminal " + fault);
        bench.step("card approve");
        bench.device.pay(new PaymentRequest("1-7-1", PRICE));
        run(60);
        assertThat(told).hasAtLeastOneElementOfType(TerminalEvent.InDoubt.class);
        assertThat(told).doesNotHaveAnyElementsOfTypes(TerminalEvent.Result.class);
        bench.step("heal terminal");
        bench.device.enquire(new Enquiry("1-7-1", PRICE, Optional.empty()));
        run(400);
        TerminalEvent.Found found = told.stream()
                .filter(TerminalEvent.Found.class::isInstance)
                .map(TerminalEvent.Found.class::cast)
                .findFirst()
                .orElseThrow();
        boolean paid = found.finding() instanceof TerminalEvent.Finding.Paid;
        boolean unknown = found.finding() instanceof TerminalEvent.Finding.Unknown;
        assertThat(unknown || paid == (machine.chargedMinor() == 2310))
                .as("%s, charged %d", found, machine.chargedMinor())
                .isTrue();
    }
}
