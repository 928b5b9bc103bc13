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
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.protocol.magellan.MagellanScannerSession;
import org.samokasa.protocol.magellan.MagellanScannerSession.Step;
import org.samokasa.transport.ByteLink;

/**
 * The reader in a bioptic on a single cable. It never says how it is, so it counts as up once its port is open; whether the
 * bioptic lives is known from its scale.
 */
public final class MagellanScanner extends LinkedDevice implements Scanner {
    private static final int BEEPS_REFUSED = 2;

    private final MagellanScannerSession session;

    /** @param link of its own, or a tap of the wire that it shares with the scale */
    public MagellanScanner(DeviceName name, ByteLink link, MagellanForm form) {
        super(name, link);
        session = new MagellanScannerSession(form);
    }

    @Override
    public void enable(boolean enabled) {
        session.enable(enabled);
    }

    @Override
    public Set<MachineTest> tests() {
        return Set.of(MachineTest.READ, MachineTest.BEEP);
    }

    @Override
    public void signal(Signal signal) {
        session.beep(signal == Signal.TAKEN ? 1 : BEEPS_REFUSED);
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
