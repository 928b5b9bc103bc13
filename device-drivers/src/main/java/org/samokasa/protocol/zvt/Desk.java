package org.samokasa.protocol.zvt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what one call to a session leads to. */
final class Desk {
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    Desk(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    void send(Apdu apdu) {
        steps.add(new Step.Send(apdu, false));
    }

    /** 80 00 00. */
    void acknowledge() {
        send(Response.OK);
    }

    /** 80 00 00, but only after what was told before is safe. */
    void acknowledgeOnceTold() {
        steps.add(new Step.Send(Response.OK, true));
    }

    void tell(Notice notice) {
        steps.add(new Step.Tell(notice));
    }

    void restart(String why) {
        steps.add(new Step.Restart(why));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
