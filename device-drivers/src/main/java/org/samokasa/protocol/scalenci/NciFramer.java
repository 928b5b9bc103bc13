package org.samokasa.protocol.scalenci;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleFramer;

/** Everything up to ETX is one candidate, and it must begin with LF: there are two CR and two LF inside. */
final class NciFramer implements ScaleFramer {
    private static final int LF = 0x0A;
    private static final int ETX = 0x03;
    /** Weight of 16 characters (pounds and ounces), four status bytes and the marks between them, with room. */
    static final int FRAME_BYTES_MAX = 32;

    private Bytes collected = Bytes.EMPTY;

    @Override
    public List<ScaleFrame> feed(Bytes chunk) {
        List<ScaleFrame> frames = new ArrayList<>();
        Bytes noise = Bytes.EMPTY;
        for (int i = 0; i < chunk.size(); i++) {
            int octet = chunk.at(i);
            collected = collected.plus(Bytes.of(octet));
            if (octet == ETX && collected.at(0) == LF) {
                frames.add(new ScaleFrame.Whole(collected));
                collected = Bytes.EMPTY;
            } else if (octet == ETX || collected.size() > FRAME_BYTES_MAX) {
                noise = noise.plus(collected);
                collected = Bytes.EMPTY;
            }
        }
        if (!noise.isEmpty()) {
            frames.add(new ScaleFrame.Noise(noise));
        }
        return frames;
    }

    @Override
    public void reset() {
        collected = Bytes.EMPTY;
    }

    @Override
    public int pending() {
        return collected.size();
    }
}
