package org.samokasa.kiosk.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.AttractPage;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.CardPage;
import org.samokasa.kiosk.ui.model.ViewState.Mark;
import org.samokasa.kiosk.ui.model.ViewState.Page;
import org.samokasa.kiosk.ui.model.ViewState.Progress;
import org.samokasa.kiosk.ui.model.ViewState.ShopPage;
import org.samokasa.kiosk.ui.model.ViewState.StatusBar;
import org.samokasa.kiosk.ui.model.ViewState.Step;

/** From the lane, the screen's own state and the time to everything the screen shows. */
public final class Screens {
    /** Frames of the picture on the attract screen, and how long each stands: calm, never a video (UX.md, S01). */
    static final int ATTRACT_FRAMES = 3;

    static final int ATTRACT_FRAME_SECONDS = 8;

    private Screens() {}

    /**
     * @param ui already told of this lane view and this time ({@link UiState#following}, {@link UiState#at})
     * @param words of the lane's language
     */
    public static ViewState view(
            LaneView view, UiState ui, ShopFront front, LookUpGoods goods, Words words, Instant now) {
        Scene scene = new Scene(view, ui, front, goods, words, now);
        ScreenChoice choice = ScreenChoice.of(scene);
        Optional<Card> dialog = choice.dialog().map(screen -> Cards.dialog(scene, screen, choice));
        return new ViewState(
                choice.screen(),
                scene.language(),
                status(scene, choice),
                Banners.of(scene, choice),
                page(scene, choice.page()),
                dialog,
                ui.highContrast());
    }

    private static Page page(Scene scene, ScreenId screen) {
        return switch (screen) {
            case ATTRACT -> attract(scene);
            case LOOK_UP -> LookUps.page(scene);
            case WEIGH -> new CardPage(Cards.weigh(scene), Optional.of(Baskets.of(scene, false)));
            case PAYMENT, DECLINED, PAYMENT_DOUBT, RECEIPT ->
                new CardPage(PaymentCards.of(scene, screen), Optional.of(Baskets.of(scene, false)));
            case THANKS -> new CardPage(PaymentCards.thanks(scene), Optional.empty());
            case STAFF_PIN, STAFF_MACHINES, STAFF_MACHINE -> Staffing.page(scene, screen);
            case PAUSED -> new CardPage(Cards.paused(scene), basketOf(scene));
            case LANE_CLOSED, OUT_OF_SERVICE -> new CardPage(Cards.notServing(scene, screen), Optional.empty());
            default -> shop(scene);
        };
    }

    private static Optional<ViewState.BasketView> basketOf(Scene scene) {
        return scene.basket().isEmpty() ? Optional.empty() : Optional.of(Baskets.of(scene, false));
    }

    private static StatusBar status(Scene scene, ScreenChoice choice) {
        Control language = Control.opens(
                        "language", scene.language().ownName(), "languages", Tone.QUIET, new UiAction.OpenLanguages())
                .speaking(scene.say("language.spoken", scene.language().ownName()));
        Control contrast = Control.opens(
                        "theme", scene.say("contrast.spoken"), "contrast", Tone.QUIET, new UiAction.SwitchContrast())
                .iconOnly();
        return new StatusBar(
                scene.say("status.lane", scene.front().lane()),
                scene.front().shopName(),
                steps(scene, choice.page()),
                List.of(language, contrast, Controls.help(scene, "help", "button.help")));
    }

    private static List<Step> steps(Scene scene, ScreenId page) {
        int now = switch (page) {
            case BASKET, LOOK_UP, WEIGH -> 0;
            case PAYMENT, DECLINED, PAYMENT_DOUBT -> 1;
            case RECEIPT -> 2;
            case THANKS -> 3;
            default -> -1;
        };
        if (now < 0) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (String key : List.of("step.scan", "step.pay", "step.receipt")) {
            int at = steps.size();
            Progress progress = at < now ? Progress.DONE : at == now ? Progress.NOW : Progress.LATER;
            steps.add(new Step(scene.say(key), progress));
        }
        return steps;
    }

    private static AttractPage attract(Scene scene) {
        long frame = Math.floorMod(scene.now().getEpochSecond() / ATTRACT_FRAME_SECONDS, (long) ATTRACT_FRAMES);
        return new AttractPage(
                scene.say("attract.welcome"),
                scene.say("attract.headline"),
                scene.say("attract.text"),
                "attract-" + (frame + 1),
                Controls.languages(scene),
                scene.say("attract.accepted"),
                accepted(scene),
                Control.tells(
                        "start",
                        scene.say("button.start"),
                        "shopping-basket",
                        Tone.PRIMARY,
                        new ShopperCommand.StartShopping()));
    }

    private static ShopPage shop(Scene scene) {
        boolean something = !scene.basket().isEmpty();
        String label = something ? scene.say("button.pay", scene.total()) : scene.say("button.payEmpty");
        Control pay = Control.tells("pay", label, "credit-card", Tone.PRIMARY, new ShopperCommand.Pay())
                .and(new UiAction.ShowProblems())
                .enabled(something);
        List<Control> actions = new ArrayList<>();
        actions.add(Controls.lookUp(scene, Tone.PLAIN));
        if (!scene.goods().onShelf("bags").isEmpty()) {
            actions.add(Control.opens(
                    "bags", scene.say("button.bags"), "shopping-bag", Tone.PLAIN, new UiAction.OpenLookUp("bags")));
        }
        actions.add(Controls.help(scene, "help-call", "help.call"));
        return new ShopPage(Banners.headline(scene), Baskets.of(scene, true), actions, pay);
    }

    private static List<Mark> accepted(Scene scene) {
        return scene.front().isByCode()
                ? List.of(new Mark("smartphone", scene.say("code.accepted")))
                : List.of(
                        new Mark("credit-card", scene.say("accepted.card")),
                        new Mark("nfc", scene.say("accepted.contactless")),
                        new Mark("smartphone", scene.say("accepted.phone")));
    }
}
