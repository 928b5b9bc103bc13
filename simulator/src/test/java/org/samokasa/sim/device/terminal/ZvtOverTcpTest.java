package org.samokasa.sim.device.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.transport.Port;
import org.samokasa.sim.transport.PortAddress;
import org.samokasa.sim.transport.WireTap;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.Links;

/** The same two ends over a real socket and in real time. */
class ZvtOverTcpTest {
    /** Far more than it takes; only a fault ever waits so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<DeviceEvent> events = new ArrayList<>();

    @Test
    void a_payment_over_a_socket_is_paid_and_finished() throws Exception {
        ZvtTerminalMachine machine = new ZvtTerminalMachine(ZvtTerminalOptions.DEFAULT
                .withDelays(Duration.ZERO, Duration.ZERO)
                .withStanding(new Outcome.ApproveContactless()));
        InstantSource clock = InstantSource.system();
        try (Port port = Port.open(machine, new PortAddress.Tcp(0), clock, WireTap.NONE);
                ZvtTerminal driver = new ZvtTerminal(
                        new DeviceName("terminal"),
                        Links.open(DeviceAddress.parse(port.address())),
                        ZvtOptions.DEFAULT)) {
            Semaphore news = new Semaphore(0);
            driver.onActivity(news::release);
            pump(driver, news, clock, TerminalEvent.Ready.class::isInstance);
            driver.pay(new PaymentRequest("a1", new Amount(2310, "EUR")));
            pump(driver, news, clock, TerminalEvent.Finished.class::isInstance);
            assertThat(port.perform(now -> machine.chargedMinor()).get()).isEqualTo(1999 + 2310);
        }
        assertThat(events.stream().filter(TerminalEvent.ReceiptText.class::isInstance))
                .hasSize(2);
    }

    private void pump(ZvtTerminal driver, Semaphore news, InstantSource clock, Predicate<DeviceEvent> until)
            throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            List<DeviceEvent> happened = driver.poll(clock.instant());
            events.addAll(happened);
            for (DeviceEvent event : happened) {
                if (event instanceof TerminalEvent.Result result) {
                    driver.acceptResult(result.attempt());
                }
            }
            if (happened.stream().anyMatch(until)) {
                return;
            }
            Instant now = clock.instant();
            assertThat(now).as("waited too long; so far " + events).isBefore(end);
            long due = driver.nextDue()
                    .map(at -> Duration.between(now, at).toMillis())
                    .orElse(1_000L);
            boolean woken = news.tryAcquire(Math.max(0, Math.min(1_000, due)), TimeUnit.MILLISECONDS);
            if (woken) {
                news.drainPermits();
            }
        }
    }
}
