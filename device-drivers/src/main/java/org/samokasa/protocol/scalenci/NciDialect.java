package org.samokasa.protocol.scalenci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleFramer;
import org.samokasa.protocol.scale.ScaleTurn;

/** Weight by {@code W}; after {@code Z} the status proves nothing, so the next weight tells whether zeroing worked. */
public final class NciDialect implements ScaleDialect {
    private final ScaleFramer framer = NciCodec.framer();
    private boolean zeroing;

    @Override
    public Bytes askWeight(int attempt) {
        framer.reset();
        zeroing = false;
        return NciCodec.ASK_WEIGHT;
    }

    @Override
    public Optional<Bytes> askZero() {
        framer.reset();
        zeroing = true;
        return Optional.of(NciCodec.ASK_ZERO);
    }

    @Override
    public List<ScaleTurn> feed(Bytes chunk) {
        List<ScaleTurn> turns = new ArrayList<>();
        for (ScaleFrame frame : framer.feed(chunk)) {
            if (frame instanceof ScaleFrame.Noise noise) {
                turns.add(new ScaleTurn.Rubbish(noise.bytes().toHex()));
                continue;
            }
            ScaleAnswer answer = NciCodec.decode(((ScaleFrame.Whole) frame).body());
            boolean statusAlone = answer instanceof ScaleAnswer.Unreadable unreadable
                    && unreadable.why().equals(NciCodec.STATUS_ALONE);
            turns.add(zeroing && statusAlone ? new ScaleTurn.Over() : new ScaleTurn.Answer(answer));
        }
        return turns;
    }

    @Override
    public void fresh() {
        framer.reset();
        zeroing = false;
    }
}
