package org.samokasa.sim.device.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scalecas.CasCodec;

/** CAS type 6: ENQ, then DC1; sheet scale-serial, section 5.1. */
public final class TalkCas implements ScaleTalk {
    private boolean enquired;

    @Override
    public void fresh() {
        enquired = false;
    }

    @Override
    public List<Bytes> requests(Bytes bytes) {
        List<Bytes> requests = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            Bytes octet = Bytes.of(bytes.at(i));
            if (octet.equals(CasCodec.ENQ) || octet.equals(CasCodec.DC1)) {
                requests.add(octet);
            }
        }
        return requests;
    }

    @Override
    public Bytes answer(Bytes request, Instrument scale, Instant now) {
        Instrument.Reading reading = scale.read(now);
        if (request.equals(CasCodec.ENQ)) {
            enquired = reading.state() != Instrument.State.NEEDS_ZERO;
            return enquired ? CasCodec.ACK : CasCodec.NAK;
        }
        if (!enquired) {
            return Bytes.EMPTY;
        }
        enquired = false;
        return switch (reading.state()) {
            case OVER, NEEDS_ZERO -> CasCodec.encodeOverload();
            case MOVING -> CasCodec.encodeWeight(reading.grams(), false);
            case STABLE, UNDER_ZERO -> CasCodec.encodeWeight(reading.grams(), true);
        };
    }
}
