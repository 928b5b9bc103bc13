package org.samokasa.kiosk.ui.model;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Problem.Kind;

/**
 * Which screen fills the window and which card, if any, lies above it.
 *
 * @param problem what the card is about, where it is about a problem
 */
record ScreenChoice(ScreenId page, Optional<ScreenId> dialog, Optional<Problem> problem) {
    /** Cards for problems, most pressing first. */
    private static final List<Kind> ASKED =
            List.of(Kind.AGE_CHECK, Kind.WEIGHT_MISMATCH, Kind.UNKNOWN_ITEM, Kind.PRICE_QUERY);

    /** The name under which this is known outside: that of the card, if there is one. */
    ScreenId screen() {
        return dialog.orElse(page);
    }

    static ScreenChoice of(Scene scene) {
        ScreenId page = page(scene);
        Optional<ScreenId> opened = opened(scene, page);
        if (opened.isPresent()) {
            return new ScreenChoice(page, opened, Optional.empty());
        }
        if (page == ScreenId.DECLINED) {
            return new ScreenChoice(page, besides(scene), Optional.empty());
        }
        if (page != ScreenId.BASKET) {
            return new ScreenChoice(page, Optional.empty(), Optional.empty());
        }
        Optional<Problem> problem = problem(scene);
        if (problem.isPresent()) {
            return new ScreenChoice(page, Optional.of(screenOf(problem.get().kind())), problem);
        }
        return new ScreenChoice(page, besides(scene), Optional.empty());
    }

    private static ScreenId page(Scene scene) {
        if (scene.view().stopped().isPresent()) {
            return ScreenId.OUT_OF_SERVICE;
        }
        Optional<ScreenId> staff = Staffing.screen(scene);
        if (staff.isPresent()) {
            return staff.get();
        }
        return switch (scene.lane().phase()) {
            case CLOSED -> ScreenId.LANE_CLOSED;
            case OUT_OF_SERVICE -> ScreenId.OUT_OF_SERVICE;
            case ATTRACT -> paused(scene) ? ScreenId.PAUSED : ScreenId.ATTRACT;
            case SHOPPING -> shopping(scene);
            case PAYING -> paying(scene);
            case RECEIPT -> ScreenId.RECEIPT;
            case THANKS -> ScreenId.THANKS;
        };
    }

    /** Who is weighing or looking something up is not interrupted: what is open waits on the basket. */
    private static ScreenId shopping(Scene scene) {
        if (paused(scene)) {
            return ScreenId.PAUSED;
        }
        if (scene.sale().flatMap(sale -> sale.weighing()).isPresent()) {
            return ScreenId.WEIGH;
        }
        return scene.ui().open() instanceof UiState.Open.LookUp ? ScreenId.LOOK_UP : ScreenId.BASKET;
    }

    private static boolean paused(Scene scene) {
        return scene.lane().orders().pause().isPresent();
    }

    private static ScreenId paying(Scene scene) {
        CardPayment.State state = scene.sale()
                .flatMap(sale -> sale.payment())
                .map(CardPayment::state)
                .orElse(CardPayment.State.INTENDED);
        return switch (state) {
            case INTENDED, APPROVED, FINISHED -> ScreenId.PAYMENT;
            case IN_DOUBT, REVERSING -> ScreenId.PAYMENT_DOUBT;
            case REFUSED -> ScreenId.DECLINED;
        };
    }

    /** What the shopper opened goes before what the lane asks. */
    private static Optional<ScreenId> opened(Scene scene, ScreenId page) {
        UiState.Open open = scene.ui().open();
        if (open instanceof UiState.Open.Languages) {
            return Optional.of(ScreenId.LANGUAGE);
        }
        if (open instanceof UiState.Open.Help help) {
            return Optional.of(help(scene, help));
        }
        boolean remove = open instanceof UiState.Open.Remove asked
                && page == ScreenId.BASKET
                && scene.basket().line(asked.line()).isPresent();
        return remove ? Optional.of(ScreenId.REMOVE_LINE) : Optional.empty();
    }

    /** Cards come with a call and make way for who has arrived. */
    private static ScreenId help(Scene scene, UiState.Open.Help opened) {
        if (scene.help().isEmpty()) {
            return ScreenId.HELP;
        }
        boolean reads =
                opened.topic().isPresent() && SelfHelpCards.go(scene.help().get());
        return reads ? ScreenId.SELF_HELP : ScreenId.ASSISTANCE_COMING;
    }

    /** What the lane would ask on the basket, whatever the shopper has opened above it. */
    static Optional<Problem> problem(Scene scene) {
        return ASKED.stream()
                .flatMap(kind -> scene.openProblems().stream().filter(problem -> problem.kind() == kind))
                .filter(problem -> !scene.ui().isPutOff(problem.id(), scene.now()))
                .filter(problem -> problem.kind() != Kind.UNKNOWN_ITEM || !wentOn(scene, problem))
                .findFirst();
    }

    /** Whoever scans on after goods nobody knows has laid them aside already. */
    private static boolean wentOn(Scene scene, Problem problem) {
        return scene.ui().lineAt().isAfter(problem.openedAt());
    }

    private static ScreenId screenOf(Kind kind) {
        return switch (kind) {
            case AGE_CHECK -> ScreenId.AGE_CHECK;
            case WEIGHT_MISMATCH -> ScreenId.WEIGHT_CHECK;
            case UNKNOWN_ITEM -> ScreenId.UNKNOWN_ITEM;
            case PRICE_QUERY -> ScreenId.PRICE_QUERY;
            case PAPER_OUT, PAYMENT_IN_DOUBT -> throw new IllegalArgumentException(kind + " has no card of its own");
        };
    }

    /** While somebody is on the way, nobody is asked whether they are still there. */
    private static Optional<ScreenId> besides(Scene scene) {
        boolean humanComes = scene.help()
                .filter(call -> call.cause() != HelpCause.IDLE_BASKET)
                .isPresent();
        boolean quiet = !scene.basket().isEmpty()
                && scene.idle().compareTo(scene.front().policy().openBasketIdle()) >= 0;
        return quiet && !humanComes ? Optional.of(ScreenId.STILL_THERE) : Optional.empty();
    }
}
