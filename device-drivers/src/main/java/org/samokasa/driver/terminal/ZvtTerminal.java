package org.samokasa.driver.terminal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.MachineTest;
import org.samokasa.devices.TerminalTransaction;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.Notice;
import org.samokasa.protocol.zvt.Step;
import org.samokasa.protocol.zvt.ZvtFramer;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.protocol.zvt.ZvtSession;
import org.samokasa.protocol.zvt.ZvtTransaction;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/**
 * A ZVT terminal over TCP or a serial line; the wire tells which.
 *
 * <p>What a caller asks takes effect at the next {@link #poll}, for which it is woken. A verdict that books nothing is
 * acknowledged by {@link #acceptResult} too, or by itself after four seconds. {@code NotStarted} is followed by
 * {@code Finished} at once. {@code Found} with {@code Paid} is followed by the receipts, when the terminal still has
 * them, and {@code Finished}. After {@code InDoubt} every payment and reversal is refused until {@link #enquire} has been
 * answered. A receipt is acknowledged to the terminal at the poll after the one that told it, so what a caller writes
 * between two polls is written before the terminal may forget.
 */
public final class ZvtTerminal implements CardTerminal {
    private final DeviceName name;
    private final ByteLink link;
    private final ZvtSession session;
    private final ZvtFramer framer = new ZvtFramer();
    private final Deque<Function<Instant, List<Step>>> wishes = new ArrayDeque<>();
    private final Deque<Apdu> onceTold = new ArrayDeque<>();
    private Health health = new Health.Starting(Instant.EPOCH);
    private Notice.Condition condition;
    private Optional<String> warning = Optional.empty();
    private Instant lastPoll = Instant.EPOCH;
    private Runnable wake = () -> {};

    public ZvtTerminal(DeviceName name, ByteLink link, ZvtOptions options) {
        this.name = Objects.requireNonNull(name, "name");
        this.link = link.isSerial() ? new BlockLink(link) : link;
        this.session = new ZvtSession(options, link.isSerial());
    }

    @Override
    public DeviceName name() {
        return name;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public List<DeviceEvent> poll(Instant now) {
        if (health instanceof Health.Starting && lastPoll.equals(Instant.EPOCH)) {
            health = new Health.Starting(now);
        }
        lastPoll = now;
        List<DeviceEvent> events = new ArrayList<>();
        flushTold(now, events);
        for (LinkEvent event : link.poll(now)) {
            onLink(event, now, events);
        }
        while (!wishes.isEmpty()) {
            carryOut(wishes.poll().apply(now), now, events);
        }
        carryOut(session.poll(now), now, events);
        if (!onceTold.isEmpty()) {
            wake.run();
        }
        return events;
    }

    @Override
    public Optional<Instant> nextDue() {
        if (!wishes.isEmpty() || !onceTold.isEmpty()) {
            return Optional.of(lastPoll);
        }
        return Stream.of(session.nextDue(), link.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public void onActivity(Runnable wakeUp) {
        wake = Objects.requireNonNull(wakeUp, "wakeUp");
        link.onActivity(wakeUp);
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public void pay(PaymentRequest request) {
        wish(now -> session.pay(
                request.attempt(), request.amount().minor(), request.amount().currency(), now));
    }

    @Override
    public void acceptResult(String attempt) {
        wish(now -> session.accept(attempt, now));
    }

    @Override
    public void refuseResult(String attempt) {
        wish(now -> session.refuse(attempt, now));
    }

    @Override
    public void cancel(String attempt) {
        wish(now -> session.cancel(attempt, now));
    }

    @Override
    public void reverse(ReversalRequest request) {
        wish(now -> session.reverse(
                request.attempt(),
                request.receiptNumber(),
                request.amount().minor(),
                request.amount().currency(),
                now));
    }

    @Override
    public void enquire(Enquiry enquiry) {
        Optional<ZvtTransaction> before = enquiry.before().map(ZvtEvents::protocol);
        wish(now -> session.enquire(
                enquiry.attempt(), enquiry.amount().minor(), enquiry.amount().currency(), before, now));
    }

    @Override
    public Set<MachineTest> tests() {
        return Set.of(MachineTest.DIAGNOSE, MachineTest.END_OF_DAY);
    }

    @Override
    public void test(String run, MachineTest test) {
        if (!tests().contains(test)) {
            throw new IllegalArgumentException(name + " offers no " + test);
        }
        wish(now -> session.serve(run, test == MachineTest.END_OF_DAY, now));
    }

    @Override
    public Optional<TerminalTransaction> lastKnown() {
        return session.last().map(ZvtEvents::transaction);
    }

    private void wish(Function<Instant, List<Step>> wish) {
        wishes.add(wish);
        wake.run();
    }

    private void onLink(LinkEvent event, Instant now, List<DeviceEvent> events) {
        if (event instanceof LinkEvent.Opened) {
            framer.reset();
            carryOut(session.onOpened(now), now, events);
        } else if (event instanceof LinkEvent.Received received) {
            onBytes(received.bytes(), now, events);
        } else if (event instanceof LinkEvent.Lost lost) {
            onceTold.clear();
            carryOut(session.onLost(lost.why(), now), now, events);
        } else if (event instanceof LinkEvent.Unavailable unavailable) {
            carryOut(session.onUnavailable(unavailable.why(), now), now, events);
        }
    }

    private void onBytes(Bytes bytes, Instant now, List<DeviceEvent> events) {
        for (ZvtFramer.Inbound inbound : framer.feed(bytes)) {
            if (inbound instanceof ZvtFramer.Malformed malformed) {
                carryOut(session.onGarbage(malformed.why(), now), now, events);
            } else if (inbound instanceof ZvtFramer.Received received) {
                if (received.cameWithClearCardNumber()) {
                    carryOut(session.onClearCardNumber(now), now, events);
                }
                carryOut(session.onApdu(received.apdu(), now), now, events);
            }
        }
    }

    private void carryOut(List<Step> steps, Instant now, List<DeviceEvent> events) {
        for (Step step : steps) {
            if (step instanceof Step.Tell tell) {
                tell(tell.notice(), now, events);
            } else if (step instanceof Step.Restart restart) {
                onceTold.clear();
                framer.reset();
                link.restart(restart.why());
            } else if (step instanceof Step.Send send && (send.onceTold() || !onceTold.isEmpty())) {
                onceTold.add(send.apdu());
            } else if (step instanceof Step.Send send) {
                send(send.apdu(), now, events);
            }
        }
    }

    private void flushTold(Instant now, List<DeviceEvent> events) {
        while (!onceTold.isEmpty()) {
            send(onceTold.poll(), now, events);
        }
    }

    private void send(Apdu apdu, Instant now, List<DeviceEvent> events) {
        boolean sent = link.send(apdu.encode());
        if (!sent && !apdu.isResponse()) {
            carryOut(session.onNotSent(now), now, events);
        }
    }

    private void tell(Notice notice, Instant now, List<DeviceEvent> events) {
        if (notice instanceof Notice.Condition changed) {
            condition = changed;
            refreshHealth(now, events);
        } else if (notice instanceof Notice.Warning news) {
            warning = Optional.of(news.text());
            refreshHealth(now, events);
        } else {
            events.add(ZvtEvents.event(notice, name, now));
        }
    }

    private void refreshHealth(Instant now, List<DeviceEvent> events) {
        Health next = condition == null ? health : ZvtEvents.health(condition, warning, now);
        if (!ZvtEvents.isSame(health, next)) {
            health = next;
            events.add(new HealthChanged(name, now, next));
        }
    }
}
