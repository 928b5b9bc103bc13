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
import org.samokasa.driver.HidKind;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hidscanner.HidScannerLayout;
import org.samokasa.protocol.hidscanner.HidScannerSession;
import org.samokasa.protocol.hidscanner.HidScannerSession.Step;
import org.samokasa.transport.ByteLink;

/** A reader on USB in HID POS mode. It never says how it is, so it counts as up once it is open. */
public final class HidScanner extends LinkedDevice implements Scanner {
    private final HidScannerSession session;

    /** @param setUp a report to send each time it opens, empty for none */
    public HidScanner(DeviceName name, ByteLink link, Bytes setUp) {
        super(name, link);
        session = new HidScannerSession(setUp);
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
        // The reader counts as there once it has said what it is.
    }

    @Override
    protected void described(Bytes descriptor, Instant at) {
        session.opened(descriptor);
        HidKind.mismatch(descriptor, "HID POS scanner", HidScannerLayout.SCANNER)
                .ifPresentOrElse(why -> isDown(Health.Cause.SETTINGS, why, at), () -> isUp(at));
    }

    @Override
    protected void lost(String why, Instant at) {
        session.lost();
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes report, Instant at) {
        act(session.received(report, at), at);
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
            }
        }
    }
}
