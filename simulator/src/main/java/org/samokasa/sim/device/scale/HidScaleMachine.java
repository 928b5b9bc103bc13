package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.protocol.hidscale.HidScaleLayout;

/** A HID scale in grams (scale-usb 2): reports by itself five times a second; report 2 with bit 1 zeroes it. */
public final class HidScaleMachine extends UsbScale {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int DATA_REPORT = 3;
    private static final int GRAM = 2;
    private static final Bytes ZERO = Bytes.of(2, 2);
    private static final HidIdentity IDENTITY =
            new HidIdentity(0x0922, 0x8003, "", "Samokasa", "simulated HID scale", HidScaleLayout.USUAL);

    private Instant nextAt = Instant.EPOCH;

    public HidScaleMachine(String name, Instrument instrument) {
        super(name, instrument);
    }

    @Override
    public Optional<HidIdentity> usb() {
        return Optional.of(IDENTITY);
    }

    private Bytes report(Instant now) {
        Instrument.Reading reading = read(now);
        int status = switch (reading.state()) {
            case MOVING -> 3;
            case STABLE -> reading.grams() == 0 ? 2 : 4;
            case UNDER_ZERO -> 5;
            case OVER -> 6;
            case NEEDS_ZERO -> 8;
        };
        int grams = Math.min(0xFFFF, Math.abs(reading.grams()));
        return Bytes.of(DATA_REPORT, status, GRAM, 0, grams & 0xFF, grams >> 8);
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        super.connected(newWire, now);
        nextAt = now;
    }

    @Override
    public void receive(Bytes report, Instant now) {
        if (report.equals(ZERO)) {
            zero(now);
        }
    }

    @Override
    public void poll(Instant now) {
        if (isConnected() && !now.isBefore(nextAt)) {
            nextAt = now.plus(PAUSE);
            say(report(now));
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return isConnected() ? Optional.of(nextAt) : Optional.empty();
    }
}
