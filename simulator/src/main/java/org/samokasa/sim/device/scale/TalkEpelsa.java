package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scaletext.EpelsaCodec;

/** Epelsa in auto mode: speaks and does not listen; sheet scale-serial, section 6. */
public final class TalkEpelsa implements ScaleTalk {
    /** Five frames a second, as indicators in continuous mode usually send. */
    private static final Duration PERIOD = Duration.ofMillis(200);

    @Override
    public void fresh() {
        // It keeps nothing.
    }

    @Override
    public List<Bytes> requests(Bytes bytes) {
        return List.of();
    }

    @Override
    public Bytes answer(Bytes request, Instrument scale, Instant now) {
        return Bytes.EMPTY;
    }

    @Override
    public Optional<Duration> period() {
        return Optional.of(PERIOD);
    }

    @Override
    public Bytes unasked(Instrument scale, Instant now) {
        Instrument.Reading reading = scale.read(now);
        return switch (reading.state()) {
            case NEEDS_ZERO -> EpelsaCodec.encode('I', reading.grams());
            // The sheet knows no word for overload: the display then never comes to rest.
            case MOVING, OVER -> EpelsaCodec.encode('!', reading.grams());
            case STABLE, UNDER_ZERO -> EpelsaCodec.encode('A', reading.grams());
        };
    }
}
