package org.samokasa.protocol.@package@;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;

/** Cuts the stream of the scanner @name@ into frames. Holds at most one frame of the permitted length. */
public final class @Name@Framer {
    static final int START = 0x02;
    static final int END = 0x03;

    /** Longest label with its kind: TODO the manual's limit; no retail symbol in use holds more. */
    static final int BODY_BYTES_MAX = 512;

    /** What came out of the stream. */
    public sealed interface Frame {
        /** Kind and data, the check was right. */
        record Whole(Bytes body) implements Frame {}

        /** Bytes that are no frame; thrown away. */
        record Refused(String why) implements Frame {}
    }

    private enum State {
        BETWEEN,
        IN_BODY,
        AT_CHECK
    }

    private State state = State.BETWEEN;
    private Bytes body = Bytes.EMPTY;

    /** Takes in more of the stream and answers what became whole, oldest first. */
    public List<Frame> feed(Bytes chunk) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            take(chunk.at(i), frames);
        }
        return frames;
    }

    private void take(int octet, List<Frame> frames) {
        if (state == State.AT_CHECK) {
            boolean right = octet == check(body);
            frames.add(right ? new Frame.Whole(body) : new Frame.Refused("the check is wrong"));
            reset();
        } else if (octet == START) {
            if (state == State.IN_BODY) {
                frames.add(new Frame.Refused("a frame without an end"));
            }
            reset();
            state = State.IN_BODY;
        } else if (state == State.IN_BODY && octet == END) {
            state = State.AT_CHECK;
        } else if (state == State.IN_BODY && body.size() == BODY_BYTES_MAX) {
            frames.add(new Frame.Refused("longer than " + BODY_BYTES_MAX + " bytes"));
            reset();
        } else if (state == State.IN_BODY) {
            body = body.plus(Bytes.of(octet));
        }
    }

    /** Exclusive-or of all bytes between start and check. */
    static int check(Bytes body) {
        int check = END;
        for (int i = 0; i < body.size(); i++) {
            check ^= body.at(i);
        }
        return check;
    }

    /** True while a frame has begun and not ended. */
    public boolean isHalfWay() {
        return state != State.BETWEEN;
    }

    /** Forgets what has begun. */
    public void reset() {
        state = State.BETWEEN;
        body = Bytes.EMPTY;
    }
}
