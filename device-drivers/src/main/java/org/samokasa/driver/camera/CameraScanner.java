package org.samokasa.driver.camera;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.driver.LinkedDevice;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.greyframe.GreyFrame;
import org.samokasa.protocol.greyframe.PgmFramer;
import org.samokasa.transport.ByteLink;

/**
 * A camera as a reader: grey frames come over the wire one behind the other. Decoding happens in the poll, on the thread
 * that belongs to this machine, and only for the newest frame: what came meanwhile is out of date.
 */
public final class CameraScanner extends LinkedDevice implements Scanner {
    private final CodeReader reader;
    private final PgmFramer framer = new PgmFramer();
    private final Agreement agreement = new Agreement();
    private Optional<GreyFrame> newest = Optional.empty();
    private boolean enabled = true;
    private int frames;

    public CameraScanner(DeviceName name, ByteLink link, CodeReader reader) {
        super(name, link);
        this.reader = reader;
    }

    @Override
    public void enable(boolean newEnabled) {
        enabled = newEnabled;
    }

    /** A camera has no beeper: the kiosk's loudspeaker does it. */
    @Override
    public void signal(Signal signal) {}

    @Override
    protected void opened(Instant at) {
        framer.reset();
    }

    @Override
    protected void lost(String why, Instant at) {
        framer.reset();
        newest = Optional.empty();
        isDown(Health.Cause.NOT_CONNECTED, why, at);
    }

    @Override
    protected void received(Bytes bytes, Instant at) {
        int skipped = framer.skippedBytes();
        Optional<GreyFrame> frame = framer.feed(bytes);
        if (frame.isPresent()) {
            newest = frame;
            isUp(at);
        } else if (framer.skippedBytes() > skipped) {
            isDegraded(Health.Cause.GARBLED, "the camera program sends something else than PGM pictures", at);
        }
    }

    @Override
    protected void due(Instant at) {
        Optional<GreyFrame> frame = newest;
        newest = Optional.empty();
        if (enabled) {
            frame.flatMap(picture -> reader.read(picture, frames++))
                    .flatMap(code -> agreement.see(code, at))
                    .ifPresent(code -> tell(new ScannerEvent.Scanned(name(), at, code.text())));
        }
    }

    @Override
    protected Optional<Instant> talkDue() {
        return Optional.empty();
    }
}
