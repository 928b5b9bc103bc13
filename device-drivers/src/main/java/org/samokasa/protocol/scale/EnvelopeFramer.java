package org.samokasa.protocol.scale;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** Finds frames between a start and an end byte. The last start wins; bytes outside a frame are noise. */
public final class EnvelopeFramer implements ScaleFramer {
    private final int start;
    private final int end;
    private final int bodyBytesMax;
    private Bytes body = Bytes.EMPTY;
    private boolean inside;

    /** @param bodyBytesMax most bytes between the ends; anything longer lost its end */
    public EnvelopeFramer(int start, int end, int bodyBytesMax) {
        this.start = start;
        this.end = end;
        this.bodyBytesMax = bodyBytesMax;
    }

    @Override
    public List<ScaleFrame> feed(Bytes chunk) {
        List<ScaleFrame> frames = new ArrayList<>();
        Bytes noise = Bytes.EMPTY;
        for (int i = 0; i < chunk.size(); i++) {
            int octet = chunk.at(i);
            if (octet == start) {
                noise = noise.plus(body);
                body = Bytes.EMPTY;
                inside = true;
            } else if (!inside) {
                noise = noise.plus(Bytes.of(octet));
            } else if (octet == end) {
                frames.add(new ScaleFrame.Whole(body));
                reset();
            } else {
                body = body.plus(Bytes.of(octet));
                if (body.size() > bodyBytesMax) {
                    noise = noise.plus(body);
                    reset();
                }
            }
        }
        if (!noise.isEmpty()) {
            frames.add(new ScaleFrame.Noise(noise));
        }
        return frames;
    }

    @Override
    public void reset() {
        body = Bytes.EMPTY;
        inside = false;
    }

    @Override
    public int pending() {
        return inside ? body.size() + 1 : 0;
    }
}
