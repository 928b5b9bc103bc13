package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scaletext.AdamCodec;

/** Adam and Kern: a line of text for {@code G CR} or {@code w}, moving or not; sheet scale-serial, section 6. */
public final class TalkAdam implements ScaleTalk {
    private static final int SHOWN_GRAMS_MAX = 999_999;

    @Override
    public void fresh() {
        // It keeps nothing.
    }

    @Override
    public List<Bytes> requests(Bytes bytes) {
        List<Bytes> requests = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            if (bytes.at(i) == 'G' || bytes.at(i) == 'w') {
                requests.add(Bytes.of(bytes.at(i)));
            }
        }
        return requests;
    }

    /** Over its capacity it says nothing that the sheet would know. */
    @Override
    public Bytes answer(Bytes request, Instrument scale, Instant now) {
        Instrument.Reading reading = scale.read(now);
        boolean silent = reading.state() == Instrument.State.OVER || reading.state() == Instrument.State.NEEDS_ZERO;
        return silent ? Bytes.EMPTY : AdamCodec.encode(Math.min(reading.grams(), SHOWN_GRAMS_MAX));
    }
}
