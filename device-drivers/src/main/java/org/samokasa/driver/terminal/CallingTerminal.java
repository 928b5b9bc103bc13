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
import org.samokasa.protocol.payment.CallSession;
import org.samokasa.protocol.payment.CallStep;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/**
 * A payment terminal that is called for each question: a {@link CallSession} and the lines it asks for.
 *
 * <p>What a caller asks takes effect at the next {@link #poll}, for which it is woken. A verdict that books nothing is
 * followed by {@code Finished} at once, an approval by the receipts and {@code Finished} after {@link #acceptResult}. After
 * {@code InDoubt} every payment is refused until {@link #enquire} has been answered. Such a terminal does not name its
 * last transaction unasked: {@link #lastKnown} is always empty.
 */
public final class CallingTerminal implements CardTerminal {
    private final DeviceName name;
    private final CallSession session;
    private final List<CallLine> lines;
    private final Deque<Function<Instant, List<CallStep>>> wishes = new ArrayDeque<>();
    private Health health = new Health.Starting(Instant.EPOCH);
    private Instant lastPoll = Instant.EPOCH;
    private Runnable wake = () -> {};
    private boolean closed;

    /** @param links as many as the session uses; one that is not there is unavailable. Closed with this device */
    public CallingTerminal(DeviceName name, List<ByteLink> links, CallSession session) {
        this.name = Objects.requireNonNull(name, "name");
        this.session = Objects.requireNonNull(session, "session");
        this.lines = links.stream().map(CallLine::new).toList();
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
        if (closed) {
            return List.of();
        }
        if (lastPoll.equals(Instant.EPOCH)) {
            health = new Health.Starting(now);
        }
        lastPoll = now;
        List<DeviceEvent> events = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            hear(line, now, events);
        }
        while (!wishes.isEmpty()) {
            carryOut(wishes.poll().apply(now), now, events);
        }
        carryOut(session.poll(now), now, events);
        return events;
    }

    private void hear(int line, Instant now, List<DeviceEvent> events) {
        for (LinkEvent event : lines.get(line).poll(now)) {
            // What a step of ours has hung up on is not heard any more.
            if (lines.get(line).isDialled()) {
                carryOut(news(line, event, now), now, events);
            }
        }
    }

    private List<CallStep> news(int line, LinkEvent event, Instant now) {
        if (event instanceof LinkEvent.Opened) {
            return session.onOpened(line, now);
        }
        if (event instanceof LinkEvent.Received received) {
            return session.onReceived(line, received.bytes(), now);
        }
        lines.get(line).hangUp();
        return event instanceof LinkEvent.Lost lost
                ? session.onLost(line, lost.why(), now)
                : session.onUnavailable(line, ((LinkEvent.Unavailable) event).why(), now);
    }

    private void carryOut(List<CallStep> steps, Instant now, List<DeviceEvent> events) {
        for (CallStep step : steps) {
            if (step instanceof CallStep.Tell tell) {
                tell(tell.notice(), now, events);
            } else if (step instanceof CallStep.Dial dial && dial.line() >= lines.size()) {
                carryOut(session.onUnavailable(dial.line(), "this wire has no second line", now), now, events);
            } else if (step instanceof CallStep.Dial dial) {
                lines.get(dial.line()).dial();
            } else if (step instanceof CallStep.HangUp hangUp && hangUp.line() < lines.size()) {
                lines.get(hangUp.line()).hangUp();
            } else if (step instanceof CallStep.Send send
                    && !lines.get(send.line()).send(send.bytes())) {
                carryOut(session.onNotSent(send.line(), now), now, events);
                return;
            }
        }
    }

    private void tell(PaymentNotice notice, Instant now, List<DeviceEvent> events) {
        if (notice instanceof PaymentNotice.Condition condition) {
            health = PaymentEvents.health(condition, now);
            events.add(new HealthChanged(name, now, health));
        } else {
            events.add(PaymentEvents.event(notice, name, now));
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        if (closed) {
            return Optional.empty();
        }
        if (!wishes.isEmpty()) {
            return Optional.of(lastPoll);
        }
        return Stream.concat(Stream.of(session.nextDue()), lines.stream().map(CallLine::nextDue))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public void onActivity(Runnable wakeUp) {
        wake = Objects.requireNonNull(wakeUp, "wakeUp");
        lines.forEach(line -> line.onActivity(wakeUp));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            lines.forEach(CallLine::close);
        }
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
        wish(now -> session.enquire(
                enquiry.attempt(), enquiry.amount().minor(), enquiry.amount().currency(), now));
    }

    @Override
    public Set<MachineTest> tests() {
        return session.canDiagnose() ? Set.of(MachineTest.DIAGNOSE) : Set.of();
    }

    @Override
    public void test(String run, MachineTest test) {
        if (!tests().contains(test)) {
            throw new IllegalArgumentException(name + " offers no " + test);
        }
        wish(now -> session.diagnose(run, now));
    }

    @Override
    public Optional<TerminalTransaction> lastKnown() {
        return Optional.empty();
    }

    private void wish(Function<Instant, List<CallStep>> wish) {
        wishes.add(wish);
        wake.run();
    }
}
