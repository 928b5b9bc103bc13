package org.samokasa.driver.scanner;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.symbology.LabelText;
import org.samokasa.transport.ByteLink;

/**
 * A reader that types, picked out of the keys of the kiosk's window. It cannot be told anything and whether it is plugged
 * in cannot be seen: it counts as up while the window is there.
 */
public final class KeyboardScanner extends LinkedDevice implements Scanner {
    private boolean enabled = true;

    public KeyboardScanner(DeviceName name, ByteLink link) {
        super(name, link);
    }

    /** It cannot be stopped, so what it reads while disabled is dropped. */
    @Override
    public void enable(boolean newEnabled) {
        enabled = newEnabled;
    }

    /** A keyboard has no signals of ours; the kiosk's loudspeaker does it. */
    @Override
    public void signal(Signal signal) {
        // Nothing can be sent.
    }

    @Override
    protected void opened(Instant at) {
        isUp(at);
    }

    @Override
    protected void lost(String why, Instant at) {
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes label, Instant at) {
        if (enabled) {
            tell(new ScannerEvent.Scanned(name(), at, LabelText.of(label)));
        }
    }

    @Override
    protected void due(Instant at) {
        // It never has work of its own.
    }

    @Override
    protected Optional<Instant> talkDue() {
        return Optional.empty();
    }
}
