package org.samokasa.sim.device.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.Response;

/** What the terminal has to say as master: one message, its answer within T3, then the next (section 4). */
final class Speech {
    /** T3 (section 4). */
    static final Duration ANSWER_TIME = Duration.ofSeconds(5);

    private record Act(
            Duration pause, Apdu message, Consumer<Response> onAnswer, Runnable onSilence, Consumer<Instant> deed) {}

    private final Consumer<Apdu> mouth;
    private final Deque<Act> acts = new ArrayDeque<>();
    private Act spoken;
    private Instant due;

    /** @param mouth sends a message */
    Speech(Consumer<Apdu> mouth) {
        this.mouth = mouth;
    }

    boolean isIdle() {
        return spoken == null && acts.isEmpty();
    }

    boolean awaitsAnswer() {
        return spoken != null;
    }

    void say(Apdu message, Consumer<Response> onAnswer, Runnable onSilence) {
        acts.add(new Act(Duration.ZERO, message, onAnswer, onSilence, null));
    }

    void pause(Duration pause, Consumer<Instant> deed) {
        acts.add(new Act(pause, null, null, null, deed));
    }

    /** Nothing more of all this. */
    void fallSilent() {
        acts.clear();
        spoken = null;
        due = null;
    }

    void onAnswer(Response response) {
        if (spoken != null) {
            Act answered = spoken;
            spoken = null;
            due = null;
            answered.onAnswer().accept(response);
        }
    }

    void poll(Instant now) {
        if (spoken != null && !due.isAfter(now)) {
            Act unanswered = spoken;
            spoken = null;
            due = null;
            unanswered.onSilence().run();
        }
        while (spoken == null && !acts.isEmpty()) {
            Act next = acts.peek();
            if (due == null) {
                due = now.plus(next.pause());
            }
            if (due.isAfter(now)) {
                return;
            }
            acts.poll();
            due = null;
            perform(next, now);
        }
    }

    Optional<Instant> nextDue(Instant now) {
        if (isIdle()) {
            return Optional.empty();
        }
        return Optional.of(due == null ? now : due);
    }

    private void perform(Act act, Instant now) {
        if (act.message() == null) {
            act.deed().accept(now);
        } else {
            spoken = act;
            due = now.plus(ANSWER_TIME);
            mouth.accept(act.message());
        }
    }
}
