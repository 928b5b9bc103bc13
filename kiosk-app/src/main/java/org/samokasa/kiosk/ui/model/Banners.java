package org.samokasa.kiosk.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem.Kind;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Readings.Notice;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.rules.BaggingRules;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.Banner;
import org.samokasa.kiosk.ui.model.ViewState.Headline;
import org.samokasa.kiosk.ui.model.ViewState.Mood;

/** The soft voices: who is coming, what is missing, what the last scan came to. None of them stops anybody. */
final class Banners {
    /** An answer to something the shopper did stands this long, enough to look up from the basket and read it. */
    static final Duration NOTICE_TIME = Duration.ofSeconds(8);

    /** 160 characters are read in half of it, by somebody who looks up late. */
    static final Duration NOTE_TIME = Duration.ofSeconds(30);

    private Banners() {}

    static Optional<Banner> of(Scene scene, ScreenChoice choice) {
        return note(scene, choice).or(() -> news(scene, choice));
    }

    private static Optional<Banner> news(Scene scene, ScreenChoice choice) {
        if (scene.help().isPresent()) {
            HelpCall call = scene.help().get();
            return Optional.of(
                    new Banner("concierge-bell", coming(scene, call), Mood.CALM, tried(scene, choice, call)));
        }
        return solved(scene, choice)
                .or(() -> offer(scene, choice))
                .or(() -> paper(scene))
                .or(() -> closing(scene));
    }

    /** What an attendant wrote, until it is read or was there long enough. Nobody has to press anything while paying. */
    private static Optional<Banner> note(Scene scene, ScreenChoice choice) {
        Control read = Control.tells(
                "note-read", scene.say("button.noteRead"), "check", Tone.PLAIN, new ShopperCommand.ReadNote());
        boolean free =
                choice.dialog().isEmpty() && (choice.page() == ScreenId.BASKET || choice.page() == ScreenId.ATTRACT);
        return scene.lane()
                .note()
                .filter(note -> scene.now().isBefore(note.at().plus(NOTE_TIME)))
                .map(note -> new Banner("info", note.text(), Mood.ATTENTION, free ? List.of(read) : List.of()));
    }

    /** Whoever read a card and went to try it says with one touch that it helped. */
    private static List<Control> tried(Scene scene, ScreenChoice choice, HelpCall call) {
        return call.cards()
                .tried()
                .filter(topic -> choice.dialog().isEmpty() && call.isTheirsToEnd())
                .map(topic -> List.of(SelfHelpCards.helped(scene, topic, Tone.PLAIN)))
                .orElse(List.of());
    }

    /**
     * Asked once, and only beside the basket: one thing at a time, and nobody is asked while paying. Who scans on has
     * answered nothing and is asked nothing more.
     */
    private static Optional<Banner> solved(Scene scene, ScreenChoice choice) {
        boolean basket = choice.page() == ScreenId.BASKET && choice.dialog().isEmpty();
        return scene.lane()
                .helped()
                .filter(helped -> basket && helped.isAsked())
                .filter(helped -> scene.now()
                        .isBefore(helped.endedAt().plus(scene.front().policy().solvedQuestion())))
                .map(helped -> new Banner(
                        "concierge-bell",
                        scene.say("helped.question"),
                        Mood.CALM,
                        List.of(answer(scene, "solved-yes", true), answer(scene, "solved-no", false))));
    }

    /** A question, not a call: nobody is sent to who did not ask. */
    private static Optional<Banner> offer(Scene scene, ScreenChoice choice) {
        boolean free =
                choice.dialog().isEmpty() && (choice.page() == ScreenId.BASKET || choice.page() == ScreenId.DECLINED);
        List<SelfHelp> cards = SelfHelpChoice.of(scene);
        Control yes = Control.tells(
                        "offer-yes", scene.say("button.yes"), "check", Tone.PLAIN, new ShopperCommand.TakeOffer(cards))
                .and(Controls.openHelp(scene, cards))
                .speaking(scene.say("offer.spokenYes"));
        Control no = Control.tells(
                "offer-no", scene.say("button.noThanks"), "x", Tone.PLAIN, new ShopperCommand.DeclineOffer());
        return scene.lane()
                .offer()
                .filter(offer -> free && offer.isOpen())
                .filter(offer -> scene.now()
                        .isBefore(offer.at()
                                .plus(scene.front().policy().friction().stands())))
                .map(offer ->
                        new Banner("hand-helping", scene.say("offer.question"), Mood.ATTENTION, List.of(yes, no)));
    }

    private static Control answer(Scene scene, String name, boolean yes) {
        return Control.tells(
                        name,
                        scene.say(yes ? "button.yes" : "button.no"),
                        yes ? "check" : "x",
                        Tone.PLAIN,
                        new ShopperCommand.AnswerHelp(yes))
                .speaking(scene.say(yes ? "helped.spokenYes" : "helped.spokenNo"));
    }

    /** Who comes and when, in one sentence. */
    static String coming(Scene scene, HelpCall call) {
        return switch (call.state()) {
            case RAISED -> {
                long left = secondsLeft(scene, call);
                yield left > 0 ? scene.say("help.forecast", left) : scene.say("help.raised");
            }
            case ARRIVED -> scene.say("help.arrived", call.by());
            case ACCEPTED -> {
                long left = secondsLeft(scene, call);
                yield left > 0 ? scene.say("help.accepted", call.by(), left) : scene.say("help.anyMoment", call.by());
            }
        };
    }

    /** Counted down in steps of five: a forecast is no stop watch. */
    static long secondsLeft(Scene scene, HelpCall call) {
        long left = call.etaSeconds() - scene.secondsSince(call.changedAt());
        return left <= 0 ? 0 : (left + 4) / 5 * 5;
    }

    private static Optional<Banner> paper(Scene scene) {
        boolean before = scene.lane().phase() == Phase.SHOPPING || scene.lane().phase() == Phase.PAYING;
        boolean silent = scene.view()
                .readings()
                .machine(Readings.PRINTER)
                .map(MachineState::usable)
                .map(usable -> !usable)
                .orElse(false);
        boolean missing = before && (silent || scene.open(Kind.PAPER_OUT).isPresent());
        return missing
                ? Optional.of(new Banner("receipt-text", scene.say("paper.out"), Mood.ATTENTION))
                : Optional.empty();
    }

    /** So that nobody queues for nothing, and who is here need not hurry. */
    private static Optional<Banner> closing(Scene scene) {
        boolean before = scene.lane().phase() == Phase.SHOPPING || scene.lane().phase() == Phase.PAYING;
        return scene.lane()
                .orders()
                .close()
                .filter(order -> before)
                .map(order -> new Banner("clock", scene.say("closing.after"), Mood.CALM));
    }

    static Headline headline(Scene scene) {
        Optional<String> answer = notice(scene);
        if (answer.isPresent()) {
            return new Headline(answer.get(), "hint-scan", true);
        }
        if (scene.view().readings().payWished()) {
            return new Headline(scene.say("basket.payWished"), "hint-bag", true);
        }
        if (bagWaits(scene)) {
            return new Headline(scene.say("basket.bagIt"), "hint-bag", true);
        }
        String key = scene.basket().isEmpty() ? "attract.headline" : "basket.headline";
        return new Headline(scene.say(key), "hint-scan", false);
    }

    /** What the lane said last, while it is fresh. */
    static Optional<String> notice(Scene scene) {
        return scene.view()
                .readings()
                .notice()
                .filter(notice -> scene.now().isBefore(notice.at().plus(NOTICE_TIME)))
                .map(Notice::refusal)
                .filter(refusal -> refusal != Refusal.NOTHING_TO_DO && refusal != Refusal.UNKNOWN_ITEM)
                .map(refusal -> refusal == Refusal.CARD_NOT_AVAILABLE
                        ? scene.sayOfPaying("notice." + refusal.name())
                        : scene.say("notice." + refusal.name()));
    }

    /** The last goods have not come to the bagging area, and a while has passed: a hint, nothing more. */
    private static boolean bagWaits(Scene scene) {
        LanePolicy policy = scene.front().policy();
        Instant calmSince =
                scene.lane().lastSeen().isAfter(scene.view().readings().bagSince())
                        ? scene.lane().lastSeen()
                        : scene.view().readings().bagSince();
        boolean waited = !scene.now().isBefore(calmSince.plus(policy.bagMissingHintAfter()));
        return waited && missingGrams(scene) > policy.bagToleranceGrams(expected(scene));
    }

    static int missingGrams(Scene scene) {
        return BaggingRules.difference(scene.lane(), scene.view().readings())
                .map(beyond -> -beyond)
                .orElse(0);
    }

    private static int expected(Scene scene) {
        return scene.sale().map(sale -> sale.bagExpectedGrams()).orElse(0);
    }
}
