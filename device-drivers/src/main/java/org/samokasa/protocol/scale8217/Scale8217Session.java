package org.samokasa.protocol.scale8217;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale8217.Scale8217Framer.Frame;

/**
 * Asks, waits, repeats once, gives up. Limits: protocol sheet scale-serial, section 1.
 *
 * <p>The frames carry no number, so a late answer looks like the answer to the next question. After a time-out the first
 * answer is therefore held for {@link #SECOND_ANSWER}: if another follows, the first was the late one.
 */
public final class Scale8217Session {
    static final Duration PAUSE_WATCHED = Duration.ofMillis(250);
    static final Duration PAUSE_IDLE = Duration.ofMillis(1_500);
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);
    static final Duration DEAD_AFTER = Duration.ofSeconds(5);
    /** Twice the 100 ms in which a scale starts to answer, with room for the frames themselves. */
    static final Duration SECOND_ANSWER = Duration.ofMillis(300);

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Answered(ScaleAnswer answer) implements Step {}

        /** Asked, asked again, nothing readable came. */
        record NoAnswer() implements Step {}

        /**
         * No valid frame for {@link #DEAD_AFTER}; repeated each time so much passes again.
         *
         * @param rubbish what unreadable thing came instead, empty when nothing did
         */
        record Dead(String rubbish) implements Step {}
    }

    private final Scale8217Framer framer = new Scale8217Framer();
    private boolean open;
    private boolean watched;
    private boolean zeroWished;
    private boolean asking;
    private boolean repeated;
    private boolean lateOneOwed;
    private ScaleAnswer held;
    private Instant heldUntil = Instant.EPOCH;
    private Instant askAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;
    private Instant aliveAt = Instant.EPOCH;
    private String rubbish = "";

    public void opened(Instant now) {
        open = true;
        askAt = now;
        aliveAt = now;
        startAfresh();
    }

    public void lost() {
        open = false;
        startAfresh();
    }

    private void startAfresh() {
        framer.reset();
        asking = false;
        repeated = false;
        lateOneOwed = false;
        zeroWished = false;
        held = null;
        rubbish = "";
    }

    /** A closer watch asks at once. */
    public void watch(boolean closely, Instant now) {
        if (closely && !watched && !asking) {
            askAt = now;
        }
        watched = closely;
    }

    /** Asks the scale to take its load as zero, in place of the next question. Not repeated: the load may have changed. */
    public void zero(Instant now) {
        zeroWished = open;
        if (!asking) {
            askAt = now;
        }
    }

    public List<Step> received(Bytes bytes, Instant now) {
        List<Step> steps = new ArrayList<>();
        for (Frame frame : framer.feed(bytes)) {
            if (frame instanceof Frame.Whole whole) {
                answered(Scale8217Codec.decode(whole.body()), now, steps);
            } else if (frame instanceof Frame.Noise noise) {
                rubbish = noise.bytes().toHex();
            }
        }
        return steps;
    }

    private void answered(ScaleAnswer answer, Instant now, List<Step> steps) {
        if (answer instanceof ScaleAnswer.Unreadable unreadable) {
            rubbish = unreadable.why();
            return;
        }
        aliveAt = now;
        rubbish = "";
        if (!asking) {
            lateOneOwed = false;
        } else if (lateOneOwed && held == null) {
            held = answer;
            heldUntil = now.plus(SECOND_ANSWER);
        } else {
            accept(answer, now, steps);
        }
    }

    private void accept(ScaleAnswer answer, Instant now, List<Step> steps) {
        asking = false;
        repeated = false;
        lateOneOwed = false;
        held = null;
        askAt = zeroWished ? now : now.plus(watched ? PAUSE_WATCHED : PAUSE_IDLE);
        steps.add(new Step.Answered(answer));
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (!open) {
            return steps;
        }
        if (held != null && !now.isBefore(heldUntil)) {
            accept(held, now, steps);
        }
        if (asking && held == null && !now.isBefore(askedAt.plus(ANSWER_LIMIT))) {
            timedOut(now, steps);
        }
        if (!now.isBefore(aliveAt.plus(DEAD_AFTER))) {
            aliveAt = now;
            steps.add(new Step.Dead(rubbish));
        }
        if (!asking && !now.isBefore(askAt)) {
            ask(now, steps);
        }
        return steps;
    }

    private void timedOut(Instant now, List<Step> steps) {
        asking = false;
        lateOneOwed = true;
        askAt = now;
        if (repeated) {
            steps.add(new Step.NoAnswer());
        }
        repeated = !repeated;
    }

    private void ask(Instant now, List<Step> steps) {
        framer.reset();
        asking = true;
        askedAt = now;
        steps.add(new Step.Send(zeroWished ? Scale8217Codec.ASK_ZERO : Scale8217Codec.ASK_WEIGHT));
        zeroWished = false;
    }

    public Optional<Instant> nextDue() {
        if (!open) {
            return Optional.empty();
        }
        Instant talk = held != null ? heldUntil : asking ? askedAt.plus(ANSWER_LIMIT) : askAt;
        Instant dead = aliveAt.plus(DEAD_AFTER);
        return Optional.of(talk.isBefore(dead) ? talk : dead);
    }
}
