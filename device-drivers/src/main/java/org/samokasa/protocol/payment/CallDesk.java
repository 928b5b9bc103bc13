package org.samokasa.protocol.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** Collects what one call to a session leads to. */
public final class CallDesk {
    private final Instant now;
    private final List<CallStep> steps = new ArrayList<>();

    public CallDesk(Instant now) {
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public void dial(int line) {
        steps.add(new CallStep.Dial(line));
    }

    public void send(int line, Bytes bytes) {
        steps.add(new CallStep.Send(line, bytes));
    }

    public void hangUp(int line) {
        steps.add(new CallStep.HangUp(line));
    }

    public void tell(PaymentNotice notice) {
        steps.add(new CallStep.Tell(notice));
    }

    public List<CallStep> steps() {
        return List.copyOf(steps);
    }
}
