package org.samokasa.protocol.scale8217;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** Finds frames {@code 02 .. 0D}. The last 02 wins; bytes outside a frame are noise. */
public final class Scale8217Framer {
    private static final int STX = 0x02;
    private static final int CR = 0x0D;
    /** Longest answer is a weight with six digits, point and N; anything much longer lost its end. */
    static final int BODY_BYTES_MAX = 12;

    /** What came out of the stream. */
    public sealed interface Frame {
        /** The bytes between 02 and 0D. */
        record Whole(Bytes body) implements Frame {}

        /** Bytes that belong to no frame. */
        record Noise(Bytes bytes) implements Frame {}
    }

    private Bytes body = Bytes.EMPTY;
    private boolean inside;

    public List<Frame> feed(Bytes chunk) {
        List<Frame> frames = new ArrayList<>();
        Bytes noise = Bytes.EMPTY;
        for (int i = 0; i < chunk.size(); i++) {
            int octet = chunk.at(i);
            if (octet == STX) {
                noise = noise.plus(body);
                body = Bytes.EMPTY;
                inside = true;
            } else if (!inside) {
                noise = noise.plus(Bytes.of(octet));
            } else if (octet == CR) {
                frames.add(new Frame.Whole(body));
                reset();
            } else {
                body = body.plus(Bytes.of(octet));
                if (body.size() > BODY_BYTES_MAX) {
                    noise = noise.plus(body);
                    reset();
                }
            }
        }
        if (!noise.isEmpty()) {
            frames.add(new Frame.Noise(noise));
        }
        return frames;
    }

    /** Forgets a frame that has begun: what comes later belongs to an older question. */
    public void reset() {
        body = Bytes.EMPTY;
        inside = false;
    }
}
