package org.samokasa.kiosk.ui.model;

import java.util.List;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Problem.Kind;
import org.samokasa.kiosk.lane.Readings.TerminalPrompt;
import org.samokasa.kiosk.lane.Sale;

/**
 * Which self-help cards come with help: the three likeliest answers to what a shopper at this point may ask. The order is
 * this table and nothing else; what shoppers make of it is told by the weekly reports, and changed here by hand.
 */
final class SelfHelpChoice {
    /** Where a shopper may stand, and what they may ask there, the likeliest first. */
    enum Situation {
        INVITED(SelfHelp.FIND_BARCODE, SelfHelp.WEIGH_PRODUCE, SelfHelp.LANGUAGE, SelfHelp.BAG_IT),
        LANGUAGES(SelfHelp.LANGUAGE, SelfHelp.CONTRAST, SelfHelp.FIND_BARCODE, SelfHelp.WEIGH_PRODUCE),
        SCANNING(SelfHelp.FIND_BARCODE, SelfHelp.WEIGH_PRODUCE, SelfHelp.BAG_IT),
        SCAN_REFUSED(SelfHelp.BARCODE_WONT_SCAN, SelfHelp.UNKNOWN_ITEM, SelfHelp.FIND_BARCODE),
        NOT_KNOWN(SelfHelp.UNKNOWN_ITEM, SelfHelp.FIND_BY_LETTERS, SelfHelp.BARCODE_WONT_SCAN),
        LOOKING_UP(SelfHelp.FIND_BY_LETTERS, SelfHelp.WEIGH_PRODUCE, SelfHelp.FIND_BARCODE),
        CHOOSING_A_BAG(SelfHelp.CARRIER_BAGS, SelfHelp.OWN_BAG, SelfHelp.BAG_IT),
        WEIGHING(SelfHelp.WEIGH_PRODUCE, SelfHelp.FIND_BY_LETTERS, SelfHelp.ONE_TOO_MANY),
        REMOVING(SelfHelp.ONE_TOO_MANY, SelfHelp.PRICE_DIFFERS, SelfHelp.BAG_IT),
        MISSING_IN_BAG(SelfHelp.BAG_IT, SelfHelp.LIGHT_ITEM, SelfHelp.ONE_TOO_MANY),
        TOO_MUCH_IN_BAG(SelfHelp.UNSCANNED_IN_BAG, SelfHelp.OWN_BAG, SelfHelp.ONE_TOO_MANY),
        AGE(SelfHelp.AGE_CHECK, SelfHelp.ONE_TOO_MANY, SelfHelp.FIND_BARCODE),
        PRICE(SelfHelp.PRICE_DIFFERS, SelfHelp.ONE_TOO_MANY, SelfHelp.FIND_BARCODE),
        PAYING(SelfHelp.PAY_BY_CARD, SelfHelp.PAY_BY_CODE, SelfHelp.FORGOT_SOMETHING, SelfHelp.PRICE_DIFFERS),
        /** The terminal has the word and cannot be stopped, or it is paid and the sale not yet over. */
        PAYMENT_RUNS(SelfHelp.PAYMENT_CHECKED, SelfHelp.RECEIPT, SelfHelp.PRICE_DIFFERS),
        NOT_ACCEPTED(
                SelfHelp.CARD_NOT_ACCEPTED,
                SelfHelp.PAY_BY_CODE,
                SelfHelp.FORGOT_SOMETHING,
                SelfHelp.PAY_BY_CARD,
                SelfHelp.PRICE_DIFFERS),
        STOPPED(SelfHelp.PAY_BY_CARD, SelfHelp.PAY_BY_CODE, SelfHelp.FORGOT_SOMETHING, SelfHelp.PRICE_DIFFERS),
        IN_DOUBT(SelfHelp.PAYMENT_CHECKED, SelfHelp.RECEIPT, SelfHelp.PRICE_DIFFERS),
        PAID(SelfHelp.RECEIPT, SelfHelp.PRICE_DIFFERS, SelfHelp.LANGUAGE, SelfHelp.CONTRAST),
        /** The lane does not serve, or staff are at work: no card would help, only somebody who comes. */
        NOT_SERVING;

        private final List<SelfHelp> likeliest;

        Situation(SelfHelp... likeliest) {
            this.likeliest = List.of(likeliest);
        }
    }

    /** Prompts while which nothing can be stopped any more. */
    private static final List<String> TERMINAL_WORKS = List.of("PROCESSING", "REMOVE_CARD");

    private SelfHelpChoice() {}

    /** Three answers, the likeliest first; none where {@link Situation#NOT_SERVING nothing would help}. */
    static List<SelfHelp> of(Scene scene) {
        return situation(scene).likeliest.stream()
                .filter(topic -> makesSense(topic, scene))
                .limit(SelfHelp.SHOWN)
                .toList();
    }

    /** Nobody is shown a card reader where there is none, or a way to what is so already. */
    private static boolean makesSense(SelfHelp topic, Scene scene) {
        return switch (topic) {
            case PAY_BY_CARD, CARD_NOT_ACCEPTED -> !scene.front().isByCode();
            case PAY_BY_CODE -> scene.front().isByCode();
            case CARRIER_BAGS -> !scene.goods().onShelf("bags").isEmpty();
            case CONTRAST -> !scene.ui().highContrast();
            case LANGUAGE -> Language.onScreens().size() > 1;
            default -> true;
        };
    }

    /** The page that is left when what the shopper opened is closed: help takes its place. */
    static ScreenId beneath(Scene scene) {
        return ScreenChoice.of(scene.closed()).page();
    }

    static Situation situation(Scene scene) {
        if (beneath(scene) == ScreenId.PAUSED) {
            return Situation.NOT_SERVING;
        }
        if (scene.ui().open() instanceof UiState.Open.Languages) {
            return Situation.LANGUAGES;
        }
        if (scene.ui().open() instanceof UiState.Open.LookUp lookUp
                && scene.lane().phase() == Phase.SHOPPING
                && scene.sale().flatMap(Sale::weighing).isEmpty()) {
            return lookUp.category().equals("bags") ? Situation.CHOOSING_A_BAG : Situation.LOOKING_UP;
        }
        return switch (beneath(scene)) {
            case ATTRACT -> Situation.INVITED;
            case BASKET -> atTheBasket(scene);
            case WEIGH -> Situation.WEIGHING;
            case PAYMENT -> canBeStopped(scene) ? Situation.PAYING : Situation.PAYMENT_RUNS;
            case DECLINED -> isCancelled(scene) ? Situation.STOPPED : Situation.NOT_ACCEPTED;
            case PAYMENT_DOUBT -> Situation.IN_DOUBT;
            case RECEIPT, THANKS -> Situation.PAID;
            default -> Situation.NOT_SERVING;
        };
    }

    private static Situation atTheBasket(Scene scene) {
        if (scene.ui().open() instanceof UiState.Open.Remove) {
            return Situation.REMOVING;
        }
        if (ScreenChoice.problem(scene).isPresent()) {
            return of(ScreenChoice.problem(scene).get());
        }
        if (scene.view().readings().friction().isScanRefused()) {
            return Situation.SCAN_REFUSED;
        }
        if (scene.open(Kind.WEIGHT_MISMATCH).isPresent()) {
            return of(scene.open(Kind.WEIGHT_MISMATCH).get());
        }
        if (scene.view().readings().payWished()) {
            return Situation.MISSING_IN_BAG;
        }
        return scene.open(Kind.AGE_CHECK).isPresent() ? Situation.AGE : Situation.SCANNING;
    }

    private static Situation of(Problem problem) {
        return switch (problem.kind()) {
            case AGE_CHECK -> Situation.AGE;
            case UNKNOWN_ITEM -> Situation.NOT_KNOWN;
            case PRICE_QUERY -> Situation.PRICE;
            case WEIGHT_MISMATCH -> isLess(problem) ? Situation.MISSING_IN_BAG : Situation.TOO_MUCH_IN_BAG;
            case PAPER_OUT, PAYMENT_IN_DOUBT ->
                throw new IllegalArgumentException(problem.kind() + " is asked on no basket");
        };
    }

    /** Whether less lay there than should, when it was asked. */
    static boolean isLess(Problem problem) {
        return Integer.parseInt(problem.evidence().get("gramsMeasured"))
                < Integer.parseInt(problem.evidence().get("gramsExpected"));
    }

    private static boolean canBeStopped(Scene scene) {
        boolean works = scene.view()
                .readings()
                .prompt()
                .map(TerminalPrompt::kind)
                .filter(TERMINAL_WORKS::contains)
                .isPresent();
        boolean paid = scene.sale().map(Sale::isPaid).orElse(false);
        return !works && !paid && !scene.view().readings().cancelWished();
    }

    private static boolean isCancelled(Scene scene) {
        return scene.sale()
                .flatMap(Sale::payment)
                .map(CardPayment::refusal)
                .filter(why -> why == Refusal.CANCELLED)
                .isPresent();
    }
}
