package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scalecas.CasStreamCodec;

/** The 22-byte lines of CAS indicators; sheet scale-serial, section 5.4. */
public final class TalkCasStream implements ScaleTalk {
    /** Five lines a second, as indicators in continuous mode usually send. */
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
            case OVER, NEEDS_ZERO -> CasStreamCodec.encode("OL", 0);
            case MOVING -> CasStreamCodec.encode("US", reading.grams());
            case STABLE, UNDER_ZERO -> CasStreamCodec.encode("ST", reading.grams());
        };
    }
}
