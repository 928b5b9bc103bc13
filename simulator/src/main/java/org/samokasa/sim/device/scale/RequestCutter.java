package org.samokasa.sim.device.scale;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** Cuts what the shop's side sends at an end byte, as most makes do. Bounded: nobody sends a scale long requests. */
final class RequestCutter {
    private static final int REQUEST_BYTES_MAX = 64;

    private final int end;
    private Bytes collected = Bytes.EMPTY;

    RequestCutter(int end) {
        this.end = end;
    }

    void fresh() {
        collected = Bytes.EMPTY;
    }

    /** Each with its end byte. */
    List<Bytes> cut(Bytes bytes) {
        List<Bytes> requests = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            collected = collected.size() == REQUEST_BYTES_MAX ? Bytes.EMPTY : collected.plus(Bytes.of(bytes.at(i)));
            if (bytes.at(i) == end) {
                requests.add(collected);
                collected = Bytes.EMPTY;
            }
        }
        return requests;
    }
}
