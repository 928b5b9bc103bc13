package org.samokasa.protocol.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Asks, waits, repeats once, gives up; the same for every make. Limits: protocol sheet scale-serial, section 1.
 *
 * <p>The frames carry no number, so a late answer looks like the answer to the next question. After a time-out the first
 * answer is therefore held for {@link #SECOND_ANSWER}: if another follows, the first was the late one.
 */
public final class ScaleSession {
    static final Duration PAUSE_WATCHED = Duration.ofMillis(250);
    static final Duration PAUSE_IDLE = Duration.ofMillis(1_500);
    static final Duration DEAD_AFTER = Duration.ofSeconds(5);
    /** Twice the 100 ms in which a scale starts to answer, with room for the frames themselves. */
    static final Duration SECOND_ANSWER = Duration.ofMillis(300);
    /** Turns of one talk; a scale that never comes to an end is treated like a silent one. */
    static final int SAYS_MAX = 24;

    private static final String LIFT_AGAIN = "a weight was lost on its way: take the goods off and put them on again";

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

    private final ScaleDialect dialect;
    private final ScalePace pace;
    private final EqualReadings equal;
    private boolean open;
    private boolean watched;
    private boolean zeroWished;
    private boolean asking;
    private int silences;
    private int says;
    private boolean lateOneOwed;
    private boolean answerLost;
    private ScaleAnswer held;
    private Instant heldUntil = Instant.EPOCH;
    private Bytes toSay = Bytes.EMPTY;
    private Instant sayAt = Instant.EPOCH;
    private Instant askAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;
    private Instant aliveAt = Instant.EPOCH;
    private String rubbish = "";

    public ScaleSession(ScaleDialect dialect, ScalePace pace) {
        this.dialect = dialect;
        this.pace = pace;
        this.equal = new EqualReadings(pace.readings());
    }

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
        dialect.fresh();
        equal.forget();
        asking = false;
        silences = 0;
        lateOneOwed = false;
        answerLost = false;
        zeroWished = false;
        held = null;
        toSay = Bytes.EMPTY;
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
        for (ScaleTurn turn : dialect.feed(bytes)) {
            if (turn instanceof ScaleTurn.Rubbish bad) {
                rubbish = bad.why();
            } else if (turn instanceof ScaleTurn.OutOfTurn stale) {
                rubbish = stale.why();
            } else if (turn instanceof ScaleTurn.Say say) {
                goOn(say, now, steps);
            } else if (turn instanceof ScaleTurn.Answer answer) {
                answered(answer.answer(), now, steps);
            } else {
                alive(now);
                over(now, PAUSE_WATCHED);
            }
        }
        return steps;
    }

    private void alive(Instant now) {
        aliveAt = now;
        rubbish = "";
    }

    private void goOn(ScaleTurn.Say say, Instant now, List<Step> steps) {
        alive(now);
        if (!asking || ++says > SAYS_MAX) {
            return;
        }
        askedAt = now.plus(say.pause());
        if (say.pause().isZero()) {
            steps.add(new Step.Send(say.bytes()));
        } else {
            toSay = say.bytes();
            sayAt = askedAt;
        }
    }

    private void answered(ScaleAnswer answer, Instant now, List<Step> steps) {
        if (answer instanceof ScaleAnswer.Unreadable unreadable) {
            rubbish = unreadable.why();
            return;
        }
        alive(now);
        if (dialect.speaksUnasked()) {
            accept(answer, now, steps);
        } else if (!asking) {
            lateOneOwed = false;
        } else if (lateOneOwed && held == null) {
            held = answer;
            heldUntil = now.plus(SECOND_ANSWER);
        } else {
            // Nothing newer than the late one: then the late one is the weight.
            accept(held != null && answer instanceof ScaleAnswer.NothingNew ? held : answer, now, steps);
        }
    }

    /** "Nothing new" after an answer that was lost may mean that the lost one was the new weight. */
    private ScaleAnswer withoutGuessing(ScaleAnswer answer) {
        answerLost &= answer instanceof ScaleAnswer.NothingNew;
        return answerLost ? new ScaleAnswer.NotReady(LIFT_AGAIN) : answer;
    }

    private void accept(ScaleAnswer heard, Instant now, List<Step> steps) {
        ScaleAnswer answer = withoutGuessing(heard);
        Optional<ScaleAnswer> believed = equal.take(answer);
        boolean trouble = answer instanceof ScaleAnswer.Refused
                || answer instanceof ScaleAnswer.Fault
                || answer instanceof ScaleAnswer.NotReady;
        over(now, believed.isEmpty() ? EqualReadings.APART : watched && !trouble ? PAUSE_WATCHED : PAUSE_IDLE);
        believed.ifPresent(each -> steps.add(new Step.Answered(each)));
    }

    private void over(Instant now, Duration pause) {
        asking = false;
        silences = 0;
        lateOneOwed = false;
        held = null;
        toSay = Bytes.EMPTY;
        askAt = zeroWished || dialect.speaksUnasked() ? now : now.plus(pause);
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (!open) {
            return steps;
        }
        if (held != null && !now.isBefore(heldUntil)) {
            accept(held, now, steps);
        }
        if (asking && !toSay.isEmpty() && !now.isBefore(sayAt)) {
            steps.add(new Step.Send(toSay));
            toSay = Bytes.EMPTY;
        }
        if (asking && held == null && !now.isBefore(askedAt.plus(pace.answerLimit()))) {
            timedOut(now, steps);
        }
        if (!now.isBefore(aliveAt.plus(deadAfter()))) {
            aliveAt = now;
            steps.add(new Step.Dead(rubbish));
        }
        if (!asking && !now.isBefore(askAt)) {
            ask(now, steps);
        }
        return steps;
    }

    /** A scale that may take its time for one answer is not dead before it was asked twice. */
    private Duration deadAfter() {
        Duration twice = pace.answerLimit().multipliedBy(2).plus(PAUSE_IDLE);
        return twice.compareTo(DEAD_AFTER) > 0 ? twice : DEAD_AFTER;
    }

    private void timedOut(Instant now, List<Step> steps) {
        asking = false;
        lateOneOwed = true;
        answerLost = true;
        toSay = Bytes.EMPTY;
        askAt = now;
        silences++;
        if (silences % 2 == 0) {
            equal.forget();
            steps.add(new Step.NoAnswer());
        }
    }

    private void ask(Instant now, List<Step> steps) {
        asking = true;
        askedAt = now;
        says = 0;
        Optional<Bytes> zeroing = zeroWished ? dialect.askZero() : Optional.empty();
        zeroWished = false;
        Bytes question = zeroing.orElseGet(() -> dialect.askWeight(silences % 2));
        if (!question.isEmpty()) {
            steps.add(new Step.Send(question));
        }
    }

    public Optional<Instant> nextDue() {
        if (!open) {
            return Optional.empty();
        }
        Instant talk =
                held != null ? heldUntil : !asking ? askAt : toSay.isEmpty() ? askedAt.plus(pace.answerLimit()) : sayAt;
        Instant dead = aliveAt.plus(deadAfter());
        return Optional.of(talk.isBefore(dead) ? talk : dead);
    }
}
