package org.samokasa.driver.scanner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.MachineTest;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.ssi.SsiSession;
import org.samokasa.protocol.ssi.SsiSession.Step;
import org.samokasa.transport.ByteLink;

/** A Zebra or Symbol reader that speaks SSI. It acknowledges, so it is known to be there before anybody scans. */
public final class SsiScanner extends LinkedDevice implements Scanner {
    private final SsiSession session;

    /** @param setUp true tells the reader at each opening to acknowledge and to send packets, until its power goes */
    public SsiScanner(DeviceName name, ByteLink link, boolean setUp) {
        super(name, link);
        session = new SsiSession(setUp);
    }

    @Override
    public void enable(boolean enabled) {
        session.enable(enabled);
        wakeOwner();
    }

    @Override
    public Set<MachineTest> tests() {
        return Set.of(MachineTest.READ, MachineTest.BEEP);
    }

    @Override
    public void signal(Signal signal) {
        switch (signal) {
            case TAKEN -> session.beep();
            case REFUSED -> session.refuse();
        }
        wakeOwner();
    }

    @Override
    protected void opened(Instant at) {
        session.opened(at);
    }

    @Override
    protected void lost(String why, Instant at) {
        session.lost();
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes bytes, Instant at) {
        act(session.received(bytes, at), at);
    }

    @Override
    protected void due(Instant at) {
        act(session.poll(at), at);
    }

    @Override
    protected Optional<Instant> talkDue() {
        return session.nextDue();
    }

    private void act(List<Step> steps, Instant at) {
        for (Step step : steps) {
            if (step instanceof Step.Send send) {
                link().send(send.bytes());
            } else if (step instanceof Step.Label label) {
                tell(new ScannerEvent.Scanned(name(), at, label.text()));
            } else if (step instanceof Step.Unreadable unreadable) {
                tell(new ScannerEvent.Unreadable(name(), at, unreadable.why()));
            } else if (step instanceof Step.Alive) {
                isUp(at);
            } else if (step instanceof Step.NoAnswer) {
                isDown(Health.Cause.NO_ANSWER, "the scanner does not acknowledge", at);
            } else if (step instanceof Step.SettingsDoubtful doubt) {
                isDown(Health.Cause.SETTINGS, doubt.why(), at);
            }
        }
    }
}
