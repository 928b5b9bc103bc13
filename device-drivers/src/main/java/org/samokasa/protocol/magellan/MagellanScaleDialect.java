package org.samokasa.protocol.magellan;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScaleTurn;

/**
 * The scale's half of the cable. Labels pass by unheeded. A new question does not throw away what has begun to arrive: it
 * may be a label, and the end of a label can look like a weight.
 */
public final class MagellanScaleDialect implements ScaleDialect {
    private final MagellanForm form;
    private MagellanFramer framer;

    public MagellanScaleDialect(MagellanForm form) {
        this.form = form;
        this.framer = new MagellanFramer(form);
    }

    @Override
    public Bytes askWeight(int attempt) {
        return form.wrap(MagellanCodec.ASK_STATUS);
    }

    @Override
    public List<ScaleTurn> feed(Bytes chunk) {
        List<ScaleTurn> turns = new ArrayList<>();
        for (MagellanFrame frame : framer.feed(chunk)) {
            if (frame instanceof MagellanFrame.Noise noise) {
                turns.add(new ScaleTurn.Rubbish(noise.bytes().toHex()));
            } else if (frame instanceof MagellanFrame.Message message && MagellanCodec.isOfScale(message)) {
                turns.add(new ScaleTurn.Answer(MagellanCodec.decode(message)));
            }
        }
        return turns;
    }

    @Override
    public void fresh() {
        framer = new MagellanFramer(form);
    }
}
