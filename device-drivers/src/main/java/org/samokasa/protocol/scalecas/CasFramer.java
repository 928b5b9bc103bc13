package org.samokasa.protocol.scalecas;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleFramer;

/**
 * Single bytes ACK and NAK, and blocks of fixed length. The check byte may be any value, so the end is counted and never
 * searched for. When what was counted is no block, one byte is dropped and the rest is looked at again.
 */
final class CasFramer implements ScaleFramer {
    private static final int SOH = 0x01;
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int EOT = 0x04;
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;

    private Bytes collected = Bytes.EMPTY;

    @Override
    public List<ScaleFrame> feed(Bytes chunk) {
        collected = collected.plus(chunk);
        List<ScaleFrame> frames = new ArrayList<>();
        Bytes noise = Bytes.EMPTY;
        int length = lengthOfFirst();
        while (length != WAIT) {
            if (length == NONE) {
                noise = noise.plus(collected.slice(0, 1));
                collected = collected.slice(1, collected.size());
            } else {
                frames.add(new ScaleFrame.Whole(collected.slice(0, length)));
                collected = collected.slice(length, collected.size());
            }
            length = lengthOfFirst();
        }
        if (!noise.isEmpty()) {
            frames.add(new ScaleFrame.Noise(noise));
        }
        return frames;
    }

    private static final int WAIT = -1;
    private static final int NONE = 0;

    /** The length of the frame at the start, or that there is none, or that more bytes are needed to tell. */
    private int lengthOfFirst() {
        int size = collected.size();
        if (size == 0) {
            return WAIT;
        }
        if (collected.at(0) == ACK || collected.at(0) == NAK) {
            return 1;
        }
        if (collected.at(0) != SOH || (size > 1 && collected.at(1) != STX)) {
            return NONE;
        }
        if (size < 3) {
            return WAIT;
        }
        boolean weightFirst = collected.at(2) == 'S' || collected.at(2) == 'U';
        int length = weightFirst ? CasCodec.WEIGHT_BYTES : CasCodec.PRICE_BYTES;
        if (size < length) {
            return WAIT;
        }
        boolean ends = collected.at(length - 2) == ETX && collected.at(length - 1) == EOT;
        return ends ? length : NONE;
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
