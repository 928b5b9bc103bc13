package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scalesma.SmaCodec;

/** SMA level 1; sheet scale-serial, section 6. */
public final class TalkSma implements ScaleTalk {
    private static final int CR = 0x0D;

    private final RequestCutter cutter = new RequestCutter(CR);

    @Override
    public void fresh() {
        cutter.fresh();
    }

    @Override
    public List<Bytes> requests(Bytes bytes) {
        return cutter.cut(bytes);
    }

    @Override
    public Bytes answer(Bytes request, Instrument scale, Instant now) {
        if (request.equals(SmaCodec.ASK_ZERO)) {
            scale.zero(now);
        } else if (!request.equals(SmaCodec.ASK_WEIGHT)) {
            return SmaCodec.encodeUnknown();
        }
        Instrument.Reading reading = scale.read(now);
        return switch (reading.state()) {
            case UNDER_ZERO -> SmaCodec.encode('U', false, 0);
            case OVER -> SmaCodec.encode('O', false, 0);
            case NEEDS_ZERO -> SmaCodec.encode('I', false, 0);
            case MOVING -> SmaCodec.encode(' ', true, reading.grams());
            case STABLE -> SmaCodec.encode(reading.grams() == 0 ? 'Z' : ' ', false, reading.grams());
        };
    }
}
