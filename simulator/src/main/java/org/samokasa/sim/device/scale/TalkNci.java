package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scalenci.NciCodec;
import org.samokasa.protocol.scalenci.NciCodec.Trouble;
import org.samokasa.protocol.scalenci.NciCodec.Variant;

/** NCI, in either variant; sheet scale-serial, section 3. */
public final class TalkNci implements ScaleTalk {
    private static final int CR = 0x0D;
    /** SCP-01 shows two decimals. */
    private static final int SCP01_STEP_GRAMS = 10;

    private final Variant variant;
    private final RequestCutter cutter = new RequestCutter(CR);

    public TalkNci(Variant variant) {
        this.variant = variant;
    }

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
        if (request.size() != 2 || "WSZ".indexOf(request.at(0)) < 0) {
            return NciCodec.encodeUnknown();
        }
        if (request.at(0) == 'Z') {
            scale.zero(now);
        }
        Instrument.Reading reading = scale.read(now);
        return switch (reading.state()) {
            case UNDER_ZERO -> NciCodec.encode(Trouble.UNDER, variant);
            case OVER -> NciCodec.encode(Trouble.OVER, variant);
            case NEEDS_ZERO -> NciCodec.encode(Trouble.NEEDS_ZERO, variant);
            case MOVING -> NciCodec.encode(Trouble.MOTION, variant);
            case STABLE ->
                request.at(0) == 'W'
                        ? NciCodec.encodeWeight(shown(reading.grams()), variant)
                        : NciCodec.encodeStatus(reading.grams() == 0, variant);
        };
    }

    private int shown(int grams) {
        return variant == Variant.ECR ? grams : grams / SCP01_STEP_GRAMS * SCP01_STEP_GRAMS;
    }
}
