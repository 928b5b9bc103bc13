package org.samokasa.sim.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.record.Recording.Moment;
import org.samokasa.sim.record.Recording.What;

/**
 * Plays the machine's part of a recording to whoever opens the wire. It says what the machine said as long after the
 * moment before as the machine did; following the shop it first waits until the shop has said as much as it had then.
 * A shop that says other bytes is noted and played on to: that is what one wants to see.
 */
public final class ReplayMachine implements VirtualMachine {
    /** What a replay keeps time by. */
    public enum Follow {
        /** Waits for the shop's bytes: for machines that answer. */
        SHOP,
        /** Heeds the clock alone: for machines that speak on their own. */
        CLOCK
    }

    private final Recording recording;
    private final Follow follow;
    private Wire wire;
    private int next;
    private Instant since = Instant.EPOCH;
    private Bytes heard = Bytes.EMPTY;
    private int differences;
    private Optional<String> firstDifference = Optional.empty();

    public ReplayMachine(Recording recording, Follow follow) {
        this.recording = Objects.requireNonNull(recording, "recording");
        this.follow = Objects.requireNonNull(follow, "follow");
    }

    @Override
    public String name() {
        return recording.machine();
    }

    /** How many moments of the recording are over. */
    public int position() {
        return next;
    }

    public boolean isOver() {
        return next == recording.moments().size();
    }

    /** How often the shop said something else than it had. */
    public int differences() {
        return differences;
    }

    /** The first thing the shop said differently, and what it had said. */
    public Optional<String> firstDifference() {
        return firstDifference;
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        heard = Bytes.EMPTY;
        since = now;
        skipTo(What.OPENED);
        goOn(now);
    }

    /** What was left of an earlier connection is not told in a later one. */
    private void skipTo(What what) {
        int found = next;
        while (found < recording.moments().size()
                && recording.moments().get(found).what() != what) {
            found++;
        }
        if (found < recording.moments().size()) {
            next = found + 1;
        }
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        if (follow == Follow.SHOP) {
            heard = heard.plus(bytes);
        }
        goOn(now);
    }

    @Override
    public void poll(Instant now) {
        goOn(now);
    }

    private void goOn(Instant now) {
        while (wire != null && !isOver() && happens(recording.moments().get(next), now)) {
            next++;
        }
    }

    /** False while its time has not come. */
    private boolean happens(Moment moment, Instant now) {
        switch (moment.what()) {
            case OPENED:
                // Only a new connection goes past this.
                return false;
            case SHOP:
                return follow == Follow.CLOCK || said(moment.bytes(), now);
            default:
                Instant due = due();
                if (due.isAfter(now)) {
                    return false;
                }
                since = due;
                act(moment);
                return true;
        }
    }

    private void act(Moment moment) {
        if (moment.what() == What.MACHINE) {
            wire.send(moment.bytes());
        } else {
            Wire left = wire;
            wire = null;
            left.hangUp();
        }
    }

    private boolean said(Bytes then, Instant now) {
        if (heard.size() < then.size()) {
            return false;
        }
        Bytes said = heard.slice(0, then.size());
        heard = heard.slice(then.size(), heard.size());
        since = now;
        if (!said.equals(then)) {
            differences++;
            if (firstDifference.isEmpty()) {
                firstDifference = Optional.of("moment " + (next + 1) + ": said " + said + ", had said " + then);
            }
        }
        return true;
    }

    /** When the next thing the machine does is due. */
    private Instant due() {
        int before = next - 1;
        while (follow == Follow.CLOCK
                && before >= 0
                && recording.moments().get(before).what() == What.SHOP) {
            before--;
        }
        Duration earlier =
                before < 0 ? Duration.ZERO : recording.moments().get(before).at();
        return since.plus(recording.moments().get(next).at().minus(earlier));
    }

    @Override
    public Optional<Instant> nextDue() {
        if (wire == null || isOver()) {
            return Optional.empty();
        }
        What what = recording.moments().get(next).what();
        return what == What.MACHINE || what == What.LOST ? Optional.of(due()) : Optional.empty();
    }
}
