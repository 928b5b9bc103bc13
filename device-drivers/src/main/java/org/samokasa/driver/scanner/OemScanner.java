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
import org.samokasa.protocol.oemscanner.OemScannerCodec;
import org.samokasa.protocol.oemscanner.OemScannerSession;
import org.samokasa.protocol.oemscanner.OemScannerSession.Step;
import org.samokasa.transport.ByteLink;

/** A reader on USB in IBM/OEM mode, hand-held or table-top. */
public final class OemScanner extends LinkedDevice implements Scanner {
    private final OemScannerSession session = new OemScannerSession();
    private boolean fits;
    private boolean restarting;

    public OemScanner(DeviceName name, ByteLink link) {
        super(name, link);
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
        restarting = false;
    }

    @Override
    protected void described(Bytes descriptor, Instant at) {
        Optional<String> mismatch =
                HidKind.mismatch(descriptor, "IBM/OEM scanner", OemScannerCodec.HAND_HELD, OemScannerCodec.TABLE_TOP);
        fits = mismatch.isEmpty();
        if (fits) {
            session.opened(at);
        } else {
            isDown(Health.Cause.SETTINGS, mismatch.get(), at);
        }
    }

    @Override
    protected void lost(String why, Instant at) {
        session.lost();
        // A restart of our own because of silence must not hide the silence behind "not connected".
        if (restarting) {
            restarting = false;
            return;
        }
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes report, Instant at) {
        if (fits) {
            act(session.received(report, at), at);
        }
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
            } else if (step instanceof Step.Ready) {
                isUp(at);
            } else if (step instanceof Step.NotReady) {
                isDown(Health.Cause.BUSY, "the reader is not ready", at);
            } else if (step instanceof Step.HardwareError) {
                isDown(Health.Cause.FAULT, "the reader reports a hardware error", at);
            } else if (step instanceof Step.Dead) {
                isDown(Health.Cause.NO_ANSWER, "attached and silent", at);
                restarting = true;
                link().restart("the reader is silent");
            }
        }
    }
}
