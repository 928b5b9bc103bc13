package org.samokasa.protocol.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.samokasa.protocol.Bytes;

/** The dialect of scales that answer one request with one frame, or send frames without a request. */
public final class FrameDialect implements ScaleDialect {
    private final ScaleFramer framer;
    private final Function<Bytes, ScaleAnswer> decoder;
    private final Bytes weightRequest;
    private final Optional<Bytes> zeroRequest;

    /**
     * @param decoder a whole frame to its answer; never throws
     * @param weightRequest no bytes for a scale that speaks unasked
     */
    public FrameDialect(
            ScaleFramer framer,
            Function<Bytes, ScaleAnswer> decoder,
            Bytes weightRequest,
            Optional<Bytes> zeroRequest) {
        this.framer = framer;
        this.decoder = decoder;
        this.weightRequest = weightRequest;
        this.zeroRequest = zeroRequest;
    }

    @Override
    public Bytes askWeight(int attempt) {
        if (!speaksUnasked()) {
            framer.reset();
        }
        return weightRequest;
    }

    @Override
    public Optional<Bytes> askZero() {
        framer.reset();
        return zeroRequest;
    }

    @Override
    public List<ScaleTurn> feed(Bytes chunk) {
        List<ScaleTurn> turns = new ArrayList<>();
        for (ScaleFrame frame : framer.feed(chunk)) {
            if (frame instanceof ScaleFrame.Whole whole) {
                turns.add(new ScaleTurn.Answer(decoder.apply(whole.body())));
            } else if (frame instanceof ScaleFrame.Noise noise) {
                turns.add(new ScaleTurn.Rubbish(noise.bytes().toHex()));
            }
        }
        return speaksUnasked() ? newest(turns) : turns;
    }

    /** Of several weights that arrived together only the last one is still true. */
    private static List<ScaleTurn> newest(List<ScaleTurn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i) instanceof ScaleTurn.Answer) {
                return List.of(turns.get(i));
            }
        }
        return turns;
    }

    @Override
    public void fresh() {
        framer.reset();
    }

    @Override
    public boolean speaksUnasked() {
        return weightRequest.isEmpty();
    }
}
