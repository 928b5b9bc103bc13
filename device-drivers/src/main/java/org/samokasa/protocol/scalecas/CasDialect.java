package org.samokasa.protocol.scalecas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleFramer;
import org.samokasa.protocol.scale.ScaleTurn;

/** ENQ, ACK, DC1, block. A block that comes before our DC1 belongs to an older question. */
public final class CasDialect implements ScaleDialect {
    /** Sheet section 5.1: not ready, ENQ again after 200 ms, five times. */
    static final Duration NOT_READY_PAUSE = Duration.ofMillis(200);

    static final int ENQUIRIES_MAX = 5;

    private final ScaleFramer framer = CasCodec.framer();
    private boolean blockAsked;
    private int enquiries;

    @Override
    public Bytes askWeight(int attempt) {
        fresh();
        return CasCodec.ENQ;
    }

    @Override
    public List<ScaleTurn> feed(Bytes chunk) {
        List<ScaleTurn> turns = new ArrayList<>();
        for (ScaleFrame frame : framer.feed(chunk)) {
            if (frame instanceof ScaleFrame.Noise noise) {
                turns.add(new ScaleTurn.Rubbish(noise.bytes().toHex()));
            } else {
                turns.add(take(((ScaleFrame.Whole) frame).body()));
            }
        }
        return turns;
    }

    private ScaleTurn take(Bytes frame) {
        if (frame.equals(CasCodec.ACK)) {
            if (blockAsked) {
                return new ScaleTurn.OutOfTurn("a second ACK");
            }
            blockAsked = true;
            return new ScaleTurn.Say(CasCodec.DC1);
        }
        if (frame.equals(CasCodec.NAK)) {
            return again(new ScaleAnswer.NotReady("the scale says that it is not ready"));
        }
        if (!blockAsked) {
            return new ScaleTurn.OutOfTurn("an answer to an older question: " + frame);
        }
        ScaleAnswer answer = CasCodec.decode(frame);
        return answer instanceof ScaleAnswer.Unreadable ? again(answer) : new ScaleTurn.Answer(answer);
    }

    /** @param otherwise what it comes to when it was tried often enough */
    private ScaleTurn again(ScaleAnswer otherwise) {
        enquiries++;
        if (enquiries >= ENQUIRIES_MAX) {
            return new ScaleTurn.Answer(otherwise);
        }
        framer.reset();
        blockAsked = false;
        return new ScaleTurn.Say(CasCodec.ENQ, NOT_READY_PAUSE);
    }

    @Override
    public void fresh() {
        framer.reset();
        blockAsked = false;
        enquiries = 0;
    }
}
