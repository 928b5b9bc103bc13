package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.@package@.@Name@Codec;

/** The scale @name@ as the shop hears it. TODO the manual's section. */
public final class Talk@Name@ implements ScaleTalk {
    private static final int SHOWN_GRAMS_MAX = 999_999;

    @Override
    public void fresh() {
        // It keeps nothing.
    }

    @Override
    public List<Bytes> requests(Bytes bytes) {
        List<Bytes> requests = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            if (bytes.at(i) == @Name@Codec.REQUEST.at(0)) {
                requests.add(@Name@Codec.REQUEST);
            }
        }
        return requests;
    }

    /** Over its capacity it is silent. */
    @Override
    public Bytes answer(Bytes request, Instrument scale, Instant now) {
        Instrument.Reading reading = scale.read(now);
        boolean silent = reading.state() == Instrument.State.OVER || reading.state() == Instrument.State.NEEDS_ZERO;
        if (silent) {
            return Bytes.EMPTY;
        }
        boolean moving = reading.state() == Instrument.State.MOVING;
        return @Name@Codec.encode(moving, Math.min(reading.grams(), SHOWN_GRAMS_MAX));
    }
}
