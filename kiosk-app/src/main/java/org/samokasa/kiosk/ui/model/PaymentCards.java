package org.samokasa.kiosk.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.CardPayment.State;
import org.samokasa.kiosk.lane.Helped;
import org.samokasa.kiosk.lane.Readings.TerminalPrompt;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.Sale.ReceiptState;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.Ring;

/** From the card to the good-bye. */
final class PaymentCards {
    /** Prompts after which the terminal takes no cancellation any more. */
    private static final List<String> TOO_LATE = List.of("PROCESSING", "REMOVE_CARD");

    /** Prompts the screens have words for; any other shows the terminal's own. */
    private static final List<String> KNOWN =
            List.of("PRESENT_CARD", "INSERT_CARD", "ENTER_PIN", "LOOK_AT_TERMINAL", "PROCESSING", "REMOVE_CARD");

    /** From the saddest to the happiest; their mouths and eyes tell them apart, not a colour. */
    private static final List<String> FACES = List.of("angry", "frown", "smile", "laugh");

    private PaymentCards() {}

    static Card of(Scene scene, ScreenId screen) {
        return switch (screen) {
            case PAYMENT ->
                scene.front().isByCode() ? CodeCards.of(scene, payment(scene)) : prompt(scene, payment(scene));
            case DECLINED -> declined(scene, payment(scene));
            case PAYMENT_DOUBT -> doubt(scene, payment(scene));
            default -> receipt(scene);
        };
    }

    private static CardPayment payment(Scene scene) {
        return scene.sale().flatMap(Sale::payment).orElseThrow();
    }

    private static Card prompt(Scene scene, CardPayment payment) {
        boolean paid = payment.isPaid();
        boolean stopping = scene.view().readings().cancelWished() && !paid;
        Optional<TerminalPrompt> prompt = scene.view().readings().prompt();
        String kind = prompt.map(TerminalPrompt::kind).orElse("PRESENT_CARD");
        boolean cancellable = payment.state() == State.INTENDED && !stopping && !TOO_LATE.contains(kind);
        Control cancel = Control.tells(
                "cancel-payment",
                scene.say("button.cancelPayment"),
                "x",
                Tone.PLAIN,
                new ShopperCommand.CancelPayment());
        String words = words(scene, prompt, kind, stopping);
        return Card.of(
                        paid ? "terminal-done" : stopping ? "payment-stopped" : picture(kind),
                        paid ? scene.say("payment.approved") : words,
                        paid
                                ? scene.say("prompt.REMOVE_CARD")
                                : stopping ? scene.say("prompt.PROCESSING") : below(scene, prompt, words))
                .withFigure(scene.money(payment.amount()), scene.items())
                .withOthers(cancellable ? List.of(cancel) : List.of());
    }

    /** In the shopper's language what the terminal asks; where we have no words for it, the terminal's own. */
    private static String words(Scene scene, Optional<TerminalPrompt> prompt, String kind, boolean stopping) {
        if (stopping) {
            return scene.say("payment.stopping");
        }
        Optional<String> own = own(prompt);
        return KNOWN.contains(kind) || own.isEmpty()
                ? scene.say("prompt." + (KNOWN.contains(kind) ? kind : "LOOK_AT_TERMINAL"))
                : own.get();
    }

    /**
     * What stands below: the terminal's words unchanged where it insists on them (payment-rules section 5), for it may
     * not speak the shopper's language, else where to look.
     */
    private static String below(Scene scene, Optional<TerminalPrompt> prompt, String above) {
        boolean insists = prompt.map(TerminalPrompt::wordForWord).orElse(false);
        return own(prompt).filter(text -> insists && !text.equals(above)).orElseGet(() -> scene.say("payment.follow"));
    }

    private static Optional<String> own(Optional<TerminalPrompt> prompt) {
        return prompt.map(TerminalPrompt::text).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String picture(String kind) {
        return switch (kind) {
            case "ENTER_PIN" -> "terminal-pin";
            case "PROCESSING" -> "terminal-busy";
            case "INSERT_CARD", "REMOVE_CARD" -> "terminal-insert";
            default -> "terminal-tap";
        };
    }

    private static Card declined(Scene scene, CardPayment payment) {
        Refusal why = payment.refusal() == Refusal.NONE ? Refusal.DECLINED : payment.refusal();
        return Card.of(
                        why == Refusal.CANCELLED ? "payment-stopped" : "payment-declined",
                        scene.front().isByCode()
                                ? CodeCards.refused(scene, payment)
                                : scene.say("refused." + why.name()),
                        scene.front().isByCode()
                                ? CodeCards.money(scene, why)
                                : scene.say("refused.money." + (why == Refusal.TAKEN_BACK ? "back" : "none")))
                .withFigure(scene.money(payment.amount()), scene.items())
                .withOthers(List.of(
                        Control.tells(
                                "to-basket",
                                scene.say("button.toBasket"),
                                "shopping-basket",
                                Tone.PLAIN,
                                new ShopperCommand.BackToBasket()),
                        Controls.help(scene, "help-call", "help.call")))
                .withPrimary(Control.tells(
                        "retry", scene.say("button.retry"), "rotate-ccw", Tone.PRIMARY, new ShopperCommand.Pay()));
    }

    private static Card doubt(Scene scene, CardPayment payment) {
        return Card.of("payment-checking", scene.say("doubt.headline"), scene.sayOfPaying("doubt.text"))
                .withFigure(
                        scene.money(payment.amount()),
                        scene.say("doubt.since", scene.secondsSince(payment.changedAt())));
    }

    private static Card receipt(Scene scene) {
        Sale sale = scene.sale().orElseThrow();
        if (sale.receipt() != ReceiptState.NOT_ASKED) {
            return Card.of("receipt-printing", scene.say("receipt.printing"), scene.say("receipt.printingText"))
                    .withFigure(scene.total(), scene.sayOfPaying("receipt.paid"));
        }
        int all = (int) scene.front().policy().receiptDefault().toSeconds();
        int left = (int) Math.max(0, all - scene.secondsSince(scene.lane().phaseSince()));
        return Card.of("receipt", scene.say("receipt.question"), "")
                .withFigure(scene.total(), scene.sayOfPaying("receipt.paid"))
                .withRing(Optional.of(new Ring(left, all, scene.words().count("receipt.default", left))))
                .withOthers(List.of(Control.tells(
                        "receipt-no",
                        scene.say("button.receiptNo"),
                        "x",
                        Tone.PLAIN,
                        new ShopperCommand.AnswerReceipt(false))))
                .withPrimary(Control.tells(
                        "receipt-yes",
                        scene.say("button.receiptYes"),
                        "receipt-text",
                        Tone.PRIMARY,
                        new ShopperCommand.AnswerReceipt(true)));
    }

    static Card thanks(Scene scene) {
        ReceiptState receipt = scene.sale().map(Sale::receipt).orElse(ReceiptState.NOT_ASKED);
        String take = switch (receipt) {
            case PRINTED -> "thanks.takeBoth";
            case FAILED -> "thanks.receiptKept";
            default -> "thanks.takeBags";
        };
        return Card.of("thanks", scene.say("thanks.headline"), scene.say(take))
                .withFigure(
                        scene.sale().map(sale -> scene.total()).orElse(""),
                        rateable(scene)
                                .map(helped -> scene.say(helped.faces() == 0 ? "helped.rate" : "helped.why"))
                                .orElseGet(() -> scene.sale()
                                        .map(sale -> scene.sayOfPaying("thanks.paid", scene.items()))
                                        .orElse("")))
                .withOthers(
                        rateable(scene).map(helped -> ratings(scene, helped)).orElse(List.of()));
    }

    /** Only help that is over is asked about. */
    private static Optional<Helped> rateable(Scene scene) {
        return scene.lane().helped().filter(helped -> scene.help().isEmpty());
    }

    /** First four faces; after one of them, what it was. */
    private static List<Control> ratings(Scene scene, Helped helped) {
        return helped.faces() == 0
                ? IntStream.rangeClosed(1, HelpRating.FACES)
                        .mapToObj(face -> face(scene, face))
                        .toList()
                : Helped.reasonsFor(helped.faces()).stream()
                        .map(reason -> reason(scene, helped, reason))
                        .toList();
    }

    private static Control face(Scene scene, int face) {
        return Control.tells(
                        "face-" + face,
                        scene.say("face." + face),
                        FACES.get(face - 1),
                        Tone.PLAIN,
                        new ShopperCommand.RateHelp(face, List.of()))
                .iconOnly();
    }

    private static Control reason(Scene scene, Helped helped, String reason) {
        boolean chosen = helped.reasons().contains(reason);
        List<String> next = Helped.reasonsFor(helped.faces()).stream()
                .filter(each -> each.equals(reason) != helped.reasons().contains(each))
                .toList();
        return Control.tells(
                "reason-" + reason,
                scene.say("reason." + reason),
                chosen ? "check" : "",
                chosen ? Tone.CHOSEN : Tone.PLAIN,
                new ShopperCommand.RateHelp(helped.faces(), next));
    }
}
