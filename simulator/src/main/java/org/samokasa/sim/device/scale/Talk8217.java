package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale8217.Scale8217Codec;

/** The Mettler 8217 family; sheet scale-serial, section 2. */
public final class Talk8217 implements ScaleTalk {
    private static final String REQUESTS = "WZEFAB";

    private boolean echo;

    @Override
    public void fresh() {
        echo = false;
    }

    @Override
    public List<Bytes> requests(Bytes bytes) {
        List<Bytes> requests = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            if (echo || REQUESTS.indexOf(bytes.at(i)) >= 0) {
                requests.add(Bytes.of(bytes.at(i)));
            }
        }
        return requests;
    }

    @Override
    public boolean atOnce(Bytes request) {
        return echo && request.at(0) != 'F';
    }

    @Override
    public Bytes answer(Bytes request, Instrument scale, Instant now) {
        if (atOnce(request)) {
            return request;
        }
        switch (request.at(0)) {
            case 'W':
                return weighing(scale.read(now));
            case 'Z':
                scale.zero(now);
                return weighing(scale.read(now));
            case 'A':
                return Bytes.of(0x02, 0x0D);
            case 'B':
                return Bytes.of(0x02, '?', 0x40, 0x0D);
            case 'E':
                echo = true;
                return Bytes.of(0x02, 'E', 0x0D);
            default:
                echo = false;
                return Bytes.EMPTY;
        }
    }

    private static Bytes weighing(Instrument.Reading reading) {
        int zero = reading.grams() == 0 ? Scale8217Codec.CENTRE_OF_ZERO : 0;
        return switch (reading.state()) {
            case UNDER_ZERO -> Scale8217Codec.encodeStatus(Scale8217Codec.UNDER_ZERO);
            case OVER -> Scale8217Codec.encodeStatus(Scale8217Codec.OVER_CAPACITY);
            case NEEDS_ZERO -> Scale8217Codec.encodeStatus(Scale8217Codec.OUTSIDE_ZERO_RANGE);
            case MOVING -> Scale8217Codec.encodeStatus(Scale8217Codec.MOTION | zero);
            case STABLE ->
                reading.grams() == 0
                        ? Scale8217Codec.encodeStatus(Scale8217Codec.CENTRE_OF_ZERO)
                        : Scale8217Codec.encodeWeight(reading.grams());
        };
    }
}
