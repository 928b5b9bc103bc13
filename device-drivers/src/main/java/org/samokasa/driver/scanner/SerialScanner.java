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
import org.samokasa.protocol.scannertext.ScannerTextSession;
import org.samokasa.protocol.scannertext.ScannerTextSession.Step;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.transport.ByteLink;

/**
 * A reader that sends plain text. It never says how it is, so it counts as up once its port is open; only the lane
 * notices that nobody scans.
 */
public final class SerialScanner extends LinkedDevice implements Scanner {
    private final ScannerTextSession session;

    public SerialScanner(DeviceName name, ByteLink link, ScannerTextSettings settings) {
        super(name, link);
        session = new ScannerTextSession(settings);
    }

    @Override
    public void enable(boolean enabled) {
        session.enable(enabled);
        wakeOwner();
    }

    @Override
    public Set<MachineTest> tests() {
        return session.canBeep() ? Set.of(MachineTest.READ, MachineTest.BEEP) : Set.of(MachineTest.READ);
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
        session.opened();
        isUp(at);
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
            } else if (step instanceof Step.SettingsDoubtful doubt) {
                isDegraded(Health.Cause.SETTINGS, doubt.why(), at);
            } else if (step instanceof Step.SettingsFine) {
                isUp(at);
            }
        }
    }
}
