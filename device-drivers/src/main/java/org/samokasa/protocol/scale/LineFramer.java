package org.samokasa.protocol.scale;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** Lines that end with CR LF. A line of which the beginning was lost is told apart only by its text. */
public final class LineFramer implements ScaleFramer {
    private static final int CR = 0x0D;
    private static final int LF = 0x0A;

    private final int lineBytesMax;
    private Bytes collected = Bytes.EMPTY;

    /** @param lineBytesMax most bytes without the line end; anything longer is noise */
    public LineFramer(int lineBytesMax) {
        this.lineBytesMax = lineBytesMax;
    }

    @Override
    public List<ScaleFrame> feed(Bytes chunk) {
        List<ScaleFrame> frames = new ArrayList<>();
        Bytes noise = Bytes.EMPTY;
        for (int i = 0; i < chunk.size(); i++) {
            collected = collected.plus(Bytes.of(chunk.at(i)));
            int size = collected.size();
            boolean ended = chunk.at(i) == LF;
            if (ended && size >= 2 && collected.at(size - 2) == CR) {
                frames.add(new ScaleFrame.Whole(collected.slice(0, size - 2)));
                collected = Bytes.EMPTY;
            } else if (ended || size > lineBytesMax + 2) {
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
