package org.samokasa.sim.device.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.CardTerminal.ReversalRequest;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalTransaction;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.transport.MemoryLink;

/** The shipped driver and the virtual terminal on one wire, in virtual time. */
final class Bench {
    /** More turns than this at one moment mean that two ends chase each other. */
    private static final int TURNS_MAX = 10_000;

    final ZvtTerminalMachine machine;
    final ZvtTerminal driver;
    final MemoryLink link = new MemoryLink("terminal");
    final List<DeviceEvent> events = new ArrayList<>();
    final List<Bytes> sentByTill = new ArrayList<>();
    /** Called for each event between two polls, as a lane would write it to its journal. */
    Consumer<DeviceEvent> journal = this::acceptVerdicts;

    Instant now = Instant.parse("2031-11-06T13:10:00Z");

    Bench(ZvtTerminalOptions terminal, ZvtOptions till) {
        machine = new ZvtTerminalMachine(terminal);
        driver = new ZvtTerminal(new DeviceName("terminal"), link, till);
        link.farEnd().listen(new MachineEnd());
    }

    static Bench with(ZvtTerminalOptions terminal) {
        return new Bench(terminal, ZvtOptions.DEFAULT);
    }

    static Bench ready() {
        return with(ZvtTerminalOptions.DEFAULT).start();
    }

    Bench start() {
        link.farEnd().connect();
        return run(Duration.ofSeconds(10));
    }

    /** Pays 23.10 as this attempt and lets as much time pass as a payment may take. */
    Bench pay(String attempt) {
        driver.pay(new PaymentRequest(attempt, new Amount(2310, "EUR")));
        return run(Duration.ofMinutes(2));
    }

    Bench enquire(String attempt, Optional<TerminalTransaction> before) {
        driver.enquire(new Enquiry(attempt, new Amount(2310, "EUR"), before));
        return run(Duration.ofMinutes(6));
    }

    Bench reverse(String attempt, String receipt) {
        driver.reverse(new ReversalRequest(attempt, receipt, new Amount(2310, "EUR")));
        return run(Duration.ofMinutes(1));
    }

    Bench run(Duration time) {
        Instant end = now.plus(time);
        settle();
        Optional<Instant> next = nextDue();
        while (next.isPresent() && !next.get().isAfter(end)) {
            now = next.get().isAfter(now) ? next.get() : now;
            settle();
            next = nextDue();
        }
        now = end;
        settle();
        return this;
    }

    <T extends TerminalEvent> List<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<TerminalEvent.Verdict> verdicts() {
        return all(TerminalEvent.Result.class).stream()
                .map(TerminalEvent.Result::verdict)
                .toList();
    }

    List<TerminalEvent.Finding> findings() {
        return all(TerminalEvent.Found.class).stream()
                .map(TerminalEvent.Found::finding)
                .toList();
    }

    boolean isInDoubt() {
        return !all(TerminalEvent.InDoubt.class).isEmpty();
    }

    long count(Bytes message) {
        return sentByTill.stream().filter(message::equals).count();
    }

    /** How many commands with this name the till sent. */
    long countCommands(int first, int second) {
        return sentByTill.stream()
                .filter(b -> b.at(0) == first && b.at(1) == second)
                .count();
    }

    private void acceptVerdicts(DeviceEvent event) {
        if (event instanceof TerminalEvent.Result result) {
            driver.acceptResult(result.attempt());
        }
    }

    private void settle() {
        int turns = 0;
        do {
            List<DeviceEvent> news = driver.poll(now);
            events.addAll(news);
            news.forEach(journal);
            machine.poll(now);
            if (turns++ > TURNS_MAX) {
                throw new AssertionError("driver and terminal chase each other at " + now);
            }
        } while (nextDue().filter(due -> !due.isAfter(now)).isPresent());
    }

    private Optional<Instant> nextDue() {
        return Stream.of(driver.nextDue(), machine.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private final class MachineEnd implements MemoryLink.Listener, VirtualMachine.Wire {
        @Override
        public void opened() {
            machine.connected(this, now);
        }

        @Override
        public void received(Bytes bytes) {
            sentByTill.add(bytes);
            machine.receive(bytes, now);
        }

        @Override
        public void closed() {
            machine.disconnected(now);
        }

        @Override
        public void send(Bytes bytes) {
            link.farEnd().send(bytes);
        }

        @Override
        public void hangUp() {
            link.farEnd().hangUp("the terminal hung up");
        }
    }
}
