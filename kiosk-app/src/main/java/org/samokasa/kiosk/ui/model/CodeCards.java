package org.samokasa.kiosk.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.CardPayment.State;
import org.samokasa.kiosk.lane.Readings.Span;
import org.samokasa.kiosk.lane.Readings.TerminalPrompt;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.Ring;

/** A payment by a code on the screen, for the shopper's phone. */
final class CodeCards {
    private static final int SECONDS_OF_A_MINUTE = 60;

    private CodeCards() {}

    static Card of(Scene scene, CardPayment payment) {
        boolean paid = payment.isPaid();
        boolean stopping = scene.view().readings().cancelWished();
        Optional<TerminalPrompt> prompt = scene.view().readings().prompt();
        Optional<TerminalPrompt> code = prompt.filter(said -> said.kind().equals(TerminalPrompt.SHOW_CODE))
                .filter(said -> payment.state() == State.INTENDED && !stopping)
                .filter(said -> said.valid()
                        .filter(span -> span.until().isAfter(scene.now()))
                        .isPresent());
        boolean asking = prompt.isPresent() && code.isEmpty();
        boolean cancellable = payment.state() == State.INTENDED && !stopping && !asking;
        String words = code.isPresent()
                ? scene.say("code.prompt")
                : scene.say(stopping ? "payment.stopping" : "prompt.PROCESSING");
        String below = code.isPresent() ? "code.text" : asking || stopping ? "code.follow" : "code.wait";
        return Card.of(
                        paid
                                ? "terminal-done"
                                : code.isPresent() ? "" : stopping ? "payment-stopped" : "payment-checking",
                        paid ? scene.say("payment.approved") : words,
                        paid ? "" : scene.say(below))
                .withFigure(scene.money(payment.amount()), code.isPresent() ? "" : scene.items())
                .withRing(code.flatMap(TerminalPrompt::valid).map(span -> ring(scene, span)))
                .withOthers(cancellable ? List.of(cancel(scene)) : List.of())
                .withCode(code.map(TerminalPrompt::text));
    }

    private static Control cancel(Scene scene) {
        return Control.tells(
                "cancel-payment",
                scene.say("button.cancelPayment"),
                "x",
                Tone.PLAIN,
                new ShopperCommand.CancelPayment());
    }

    /** Counts down from the time of showing. */
    private static Ring ring(Scene scene, Span span) {
        int all = (int) Duration.between(span.from(), span.until()).toSeconds();
        int left = all - (int) scene.secondsSince(span.from());
        String clock = String.format("%d:%02d", left / SECONDS_OF_A_MINUTE, left % SECONDS_OF_A_MINUTE);
        return new Ring(left, all, scene.say("code.left", clock));
    }

    /** Why it was not paid. */
    static String refused(Scene scene, CardPayment payment) {
        boolean expired =
                payment.refusal() == Refusal.CANCELLED && payment.detail().equals("EXPIRED");
        Refusal why = payment.refusal() == Refusal.NONE ? Refusal.DECLINED : payment.refusal();
        return scene.say("code.refused." + (expired ? "EXPIRED" : why.name()));
    }

    /** What becomes of money: a phone can pay a code that was on the screen a moment ago. */
    static String money(Scene scene, Refusal why) {
        return switch (why) {
            case TAKEN_BACK -> scene.say("code.refused.money.back");
            case CANCELLED, NOT_BOOKED -> scene.say("code.refused.money.late");
            case NONE, DECLINED, NOT_STARTED -> scene.say("refused.money.none");
        };
    }
}
