package org.samokasa.protocol.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

/** What is asked of every codec of a scale, whatever its frames look like. */
public final class FrameChecks {
    private FrameChecks() {}

    /** The only frame of these bytes. */
    public static ScaleAnswer only(Supplier<ScaleFramer> framers, Function<Bytes, ScaleAnswer> decoder, String hex) {
        List<ScaleAnswer> answers = answers(framers.get(), decoder, Bytes.hex(hex));
        assertThat(answers).as(hex).hasSize(1);
        return answers.get(0);
    }

    /** What all frames of a stream say; noise says nothing. */
    public static List<ScaleAnswer> answers(ScaleFramer framer, Function<Bytes, ScaleAnswer> decoder, Bytes stream) {
        List<ScaleAnswer> answers = new ArrayList<>();
        for (ScaleFrame frame : framer.feed(stream)) {
            if (frame instanceof ScaleFrame.Whole whole) {
                answers.add(decoder.apply(whole.body()));
            }
        }
        return answers;
    }

    /** Cut anywhere, the frames are the same; with rubbish before, between and behind, the last one still comes out. */
    public static void survivesCutsAndRubbish(Supplier<ScaleFramer> framers, Bytes frame) {
        List<ScaleFrame> alone = Split.everywhere(frame, () -> framers.get()::feed);
        assertThat(alone).hasSize(1).allMatch(ScaleFrame.Whole.class::isInstance);
        assertThat(framers.get().feed(frame.plus(frame))).containsExactly(alone.get(0), alone.get(0));
        for (Bytes rubbish : List.of(
                Bytes.hex("00 FF 7F 80 41 42"),
                Bytes.ascii("x".repeat(5_000)),
                frame.slice(0, frame.size() / 2),
                frame.slice(1, frame.size()))) {
            ScaleFramer framer = framers.get();
            List<ScaleFrame> frames = new ArrayList<>(framer.feed(rubbish));
            frames.addAll(framer.feed(frame));
            frames.addAll(framer.feed(frame));
            frames.addAll(framer.feed(frame));
            assertThat(frames).as("after %d bytes of rubbish", rubbish.size()).endsWith(alone.get(0));
            assertThat(framer.pending()).isLessThan(64);
        }
    }

    /**
     * With each single bit flipped, alone and with a good frame behind it.
     *
     * @return the answers that differ from what the frame says and would be taken for a load at rest: with a check in the
     *     frame there must be none
     */
    public static List<ScaleAnswer> wrongWeightsFromFlippedBits(
            Supplier<ScaleFramer> framers, Function<Bytes, ScaleAnswer> decoder, Bytes frame) {
        ScaleAnswer right =
                decoder.apply(((ScaleFrame.Whole) framers.get().feed(frame).get(0)).body());
        List<ScaleAnswer> wrong = new ArrayList<>();
        for (Bytes flipped : Split.flipped(frame)) {
            for (ScaleAnswer answer :
                    answers(framers.get(), decoder, flipped.plus(frame).plus(frame))) {
                if (answer.isAtRest() && !answer.equals(right)) {
                    wrong.add(answer);
                }
            }
        }
        return wrong;
    }

    /** The same with parity on the line: a flipped bit leaves the byte out, or shows as an eighth bit. */
    public static void neverWrongWhenTheDamagedByteIsMissing(
            Supplier<ScaleFramer> framers, Function<Bytes, ScaleAnswer> decoder, Bytes frame) {
        ScaleAnswer right =
                decoder.apply(((ScaleFrame.Whole) framers.get().feed(frame).get(0)).body());
        for (int lost = 0; lost < frame.size(); lost++) {
            Bytes shorter = frame.slice(0, lost).plus(frame.slice(lost + 1, frame.size()));
            assertThat(answers(framers.get(), decoder, shorter.plus(frame).plus(frame)))
                    .as("without byte %d", lost)
                    .allMatch(answer -> !answer.isAtRest() || answer.equals(right));
        }
    }
}
