package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.protocol.oemscale.OemScaleCodec;

/** The scale of an IBM/OEM scanner-scale (scale-usb 4): two status bytes until it is asked for three. */
public final class OemScaleMachine extends UsbScale {
    private static final Bytes DESCRIPTOR =
            Bytes.hex("06 45 FF 0A 00 6E A1 01 0A 01 6E 75 08 95 05 15 00 26 FF 00 91 02 0A 02 6E 95 08 81 02 C0");
    private static final HidIdentity IDENTITY =
            new HidIdentity(0x05F9, 0x1104, "", "Samokasa", "simulated IBM/OEM scale", DESCRIPTOR);
    /** Far below the makers' time-out of 1 s. */
    private static final Duration ANSWER_TIME = Duration.ofMillis(40);

    private static final int METRIC = 0x03;
    private static final int NO_WEIGHT = 0x04;

    private final Deque<Instant> answers = new ArrayDeque<>();
    private boolean extended;

    public OemScaleMachine(String name, Instrument instrument) {
        super(name, instrument);
    }

    @Override
    public Optional<HidIdentity> usb() {
        return Optional.of(IDENTITY);
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        super.connected(newWire, now);
        extended = false;
        answers.clear();
    }

    @Override
    public void disconnected(Instant now) {
        super.disconnected(now);
        answers.clear();
    }

    @Override
    public void receive(Bytes command, Instant now) {
        if (command.size() != OemScaleCodec.COMMAND_BYTES) {
            return;
        }
        switch (command.at(0)) {
            case OemScaleCodec.EXTENDED_STATUS -> extended = true;
            case OemScaleCodec.ZERO -> zero(now);
            case OemScaleCodec.WEIGH_METRIC -> answers.add(now.plus(ANSWER_TIME));
            default -> {
                // The driver asks in kilograms alone.
            }
        }
    }

    @Override
    public void poll(Instant now) {
        while (!answers.isEmpty() && !answers.element().isAfter(now)) {
            answers.remove();
            say(answer(now));
        }
    }

    private Bytes answer(Instant now) {
        Instrument.Reading reading = read(now);
        boolean weighs = reading.state() == Instrument.State.STABLE && reading.grams() != 0;
        if (!extended) {
            Bytes whole = OemScaleCodec.answer(weighs ? METRIC : METRIC | NO_WEIGHT, 0, 0);
            Bytes digits =
                    OemScaleCodec.answer(0, 0, Math.max(0, reading.grams())).slice(3, 8);
            return Bytes.of(0, whole.at(1)).plus(digits).plus(Bytes.of(0));
        }
        int why = switch (reading.state()) {
            case STABLE -> 0x08;
            case MOVING -> 0;
            case UNDER_ZERO -> 0x02;
            case OVER -> 0x04;
            case NEEDS_ZERO -> 0x10;
        };
        return weighs
                ? OemScaleCodec.answer(METRIC, 0, reading.grams())
                : OemScaleCodec.answer(METRIC | NO_WEIGHT, why, 0);
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(answers.peek());
    }
}
