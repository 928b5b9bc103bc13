package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.protocol.qr.QrOptions;
import org.samokasa.protocol.qr.QrPayee;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.protocol.qr.QrSession;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.qr.QrGatewayMachine;
import org.samokasa.sim.device.qr.QrGatewayOperator;
import org.samokasa.sim.device.qr.SimulatedQrProvider;

/** The driver for codes on the screen and its gateway in virtual time, with a lane's part of a payment. */
final class QrBench {
    static final Amount PRICE = new Amount(2310, "EUR");
    static final QrOptions OPTIONS = options("open-sesame", Optional.empty());

    final QrGatewayMachine machine;
    final TwinBench<CallingTerminal> bench;
    final List<DeviceEvent> told = new ArrayList<>();
    /** What a lane would have sold and been paid for, minor units. */
    long sold;

    QrBench() {
        this(OPTIONS, true);
    }

    QrBench(QrOptions options, boolean texts) {
        this(
                options,
                new QrGatewayMachine("terminal", "open-sesame", texts, new SimulatedQrProvider()),
                Instant.parse("2030-01-01T09:00:00Z"));
    }

    private QrBench(QrOptions options, QrGatewayMachine gateway, Instant now) {
        machine = gateway;
        bench = new TwinBench<>(
                now,
                (name, link) -> new CallingTerminal(name, List.of(link), new QrSession(options)),
                MachineUnit.of("qr-gateway", machine, new QrGatewayOperator(machine)));
    }

    static QrOptions options(String token, Optional<QrPayee> payee) {
        return new QrOptions("kiosk-7", token, "gateway", "EUR", QrPayment.LIFETIME, payee);
    }

    /** The same gateway, a fresh driver that knows nothing. */
    QrBench restarted() {
        return new QrBench(OPTIONS, machine, bench.now());
    }

    /** As a lane: accepts what is approved, asks what is in doubt. */
    void live(long seconds) {
        for (long i = 0; i < seconds; i++) {
            bench.advanceSeconds(1);
            for (DeviceEvent event : bench.told()) {
                told.add(event);
                if (event instanceof TerminalEvent.Result result
                        && result.verdict() instanceof Verdict.Approved approved) {
                    sold += approved.amount().minor();
                    bench.device.acceptResult(result.attempt());
                } else if (event instanceof TerminalEvent.InDoubt doubt) {
                    bench.device.enquire(new Enquiry(doubt.attempt(), PRICE, Optional.empty()));
                } else if (event instanceof TerminalEvent.Found found && found.finding() instanceof Finding.Paid paid) {
                    sold += paid.amount().minor();
                }
            }
        }
    }

    void pay(String attempt) {
        bench.device.pay(new PaymentRequest(attempt, PRICE));
    }

    <E extends TerminalEvent> List<E> all(Class<E> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Verdict verdict() {
        assertThat(all(TerminalEvent.Result.class)).as("%s", told).hasSize(1);
        return all(TerminalEvent.Result.class).get(0).verdict();
    }

    void assertMoneyIsRight(String as) {
        assertThat(machine.keptMinor(bench.now())).as(as + ": %s", told).isEqualTo(sold);
        long ends = all(TerminalEvent.Result.class).size()
                + all(TerminalEvent.Found.class).stream()
                        .filter(found -> !(found.finding() instanceof Finding.Unknown))
                        .count();
        assertThat(ends).as(as + ": %s", told).isEqualTo(1);
    }
}
