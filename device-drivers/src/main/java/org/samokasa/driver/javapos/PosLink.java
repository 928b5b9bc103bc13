package org.samokasa.driver.javapos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import jpos.BaseControl;
import jpos.JposConst;
import jpos.JposException;
import org.samokasa.devices.Health;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/**
 * The life of one JavaPOS control: opened, claimed, enabled; after a loss closed and opened again. Carries no bytes. All
 * calls of the control run one after the other on a thread of their own.
 */
final class PosLink implements ByteLink {
    /** A device that is gone is looked for this often (sheet, worked case 6). */
    static final Duration PAUSE = Duration.ofSeconds(5);
    /** Whoever holds the device has it for long; a claim that waits longer only delays the message (worked case 7). */
    private static final int CLAIM_MILLIS = 1_000;

    /** A call that may fail as JavaPOS fails. */
    @FunctionalInterface
    interface Call {
        void run() throws JposException;
    }

    private final String name;
    private final BaseControl control;
    private final Call prepare;
    private final ExecutorService worker;
    private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Consumer<Instant>> news = new LinkedBlockingQueue<>();
    private volatile Runnable wake = () -> {};
    private volatile Health.Cause whyDown = Health.Cause.NOT_CONNECTED;
    private volatile boolean enabled;
    private boolean open;
    private boolean trying;
    private boolean closed;
    private String toldFailure = "";
    private Instant nextAttempt = Instant.EPOCH;
    private Instant polledAt = Instant.EPOCH;

    /** @param prepare what to set between claim and use */
    PosLink(String name, BaseControl control, Call prepare) {
        this.name = name;
        this.control = control;
        this.prepare = prepare;
        worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "javapos " + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Cause that belongs to the last Lost or Unavailable. */
    Health.Cause whyDown() {
        return whyDown;
    }

    /** Runs a call on the worker; what it leads to is handed over with {@link #tell}. */
    void call(Call call, Consumer<Exception> failed) {
        try {
            worker.execute(() -> {
                try {
                    call.run();
                } catch (JposException | RuntimeException e) {
                    failed.accept(e);
                }
            });
        } catch (RejectedExecutionException over) {
            // Closed: nobody waits for an answer any more.
        }
    }

    /** Something for the owner's next poll. Any thread. */
    void tell(Consumer<Instant> something) {
        news.add(something);
        wake.run();
    }

    /** What was told since the last call. */
    void deliver(Instant now) {
        for (Consumer<Instant> next = news.poll(); next != null; next = news.poll()) {
            next.accept(now);
        }
    }

    /** A call failed in a way that ends the connection. Any thread. */
    void gone(PosError error) {
        if (enabled) {
            enabled = false;
            whyDown = error.cause();
            events.add(new LinkEvent.Lost(error.detail()));
            wake.run();
        }
    }

    @Override
    public List<LinkEvent> poll(Instant now) {
        List<LinkEvent> told = new ArrayList<>();
        if (closed) {
            return told;
        }
        polledAt = now;
        for (LinkEvent event = events.poll(); event != null; event = events.poll()) {
            take(event, now, told);
        }
        if (!open && !trying && !now.isBefore(nextAttempt)) {
            trying = true;
            call(this::attempt, this::refused);
        }
        return told;
    }

    private void take(LinkEvent event, Instant now, List<LinkEvent> told) {
        trying = false;
        open = event instanceof LinkEvent.Opened;
        if (open) {
            toldFailure = "";
        } else {
            nextAttempt = now.plus(PAUSE);
        }
        if (event instanceof LinkEvent.Unavailable failure) {
            if (failure.why().equals(toldFailure)) {
                return;
            }
            toldFailure = failure.why();
        }
        told.add(event);
    }

    private void attempt() throws JposException {
        quietly(control::close);
        control.open(name);
        try {
            control.claim(CLAIM_MILLIS);
        } catch (JposException e) {
            boolean held = e.getErrorCode() == JposConst.JPOS_E_TIMEOUT;
            throw held ? new JposException(JposConst.JPOS_E_CLAIMED, "held by another program", e) : e;
        }
        control.setDeviceEnabled(true);
        prepare.run();
        enabled = true;
        events.add(new LinkEvent.Opened());
        wake.run();
    }

    private void refused(Exception e) {
        quietly(control::close);
        PosError error = PosError.of(name, e);
        whyDown = error.cause();
        events.add(new LinkEvent.Unavailable(error.detail()));
        wake.run();
    }

    /** For calls whose failure changes nothing. */
    static void quietly(Call call) {
        try {
            call.run();
        } catch (JposException | RuntimeException notOpen) {
            // What is not open need not be closed; what a service lacks is not used.
        }
    }

    @Override
    public boolean send(Bytes bytes) {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open && !closed;
    }

    @Override
    public void restart(String why) {
        gone(new PosError(Health.Cause.FAULT, why, true));
    }

    @Override
    public Optional<Instant> nextDue() {
        if (closed) {
            return Optional.empty();
        }
        if (!news.isEmpty() || !events.isEmpty()) {
            return Optional.of(polledAt);
        }
        return open || trying ? Optional.empty() : Optional.of(nextAttempt);
    }

    @Override
    public void onActivity(Runnable newWake) {
        wake = newWake;
        newWake.run();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            enabled = false;
            call(() -> quietly(control::close), e -> {});
            worker.shutdown();
        }
    }
}
