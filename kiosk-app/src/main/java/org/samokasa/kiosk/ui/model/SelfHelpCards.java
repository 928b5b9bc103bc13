package org.samokasa.kiosk.ui.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.Thumb;
import org.samokasa.kiosk.ui.model.ViewState.Tile;

/**
 * Self-help cards as they look: small beside who is coming, and one of them large with its steps. All steps stand there at
 * once: nothing moves, nothing has to be waited for.
 */
final class SelfHelpCards {
    /** More steps than these nobody keeps in mind, and they would not fit. */
    static final int STEPS_MAX = 3;

    private static final Map<SelfHelp, Topic> TOPICS = new EnumMap<>(SelfHelp.class);

    /**
     * One thing to do.
     *
     * @param button key of the button that its sentence names, so that both always say the same; empty for none
     */
    record Step(String picture, String button) {}

    /** @param cover its picture while it is small */
    record Topic(String cover, List<Step> steps) {}

    static {
        atTheScanner();
        atTheBags();
        atTheBasket();
        atThePayment();
        atTheScreen();
    }

    private SelfHelpCards() {}

    private static void atTheScanner() {
        put(
                SelfHelp.FIND_BARCODE,
                "show-turn",
                step("show-turn"),
                step("hint-scan"),
                step("show-look-up", "button.lookUp"));
        put(
                SelfHelp.BARCODE_WONT_SCAN,
                "show-smooth",
                step("show-smooth"),
                step("show-slowly"),
                step("show-look-up", "button.lookUp"));
        put(SelfHelp.UNKNOWN_ITEM, "unknown-item", step("show-look-up", "button.lookUp"), step("show-aside"));
        put(
                SelfHelp.WEIGH_PRODUCE,
                "scale",
                step("show-look-up", "button.lookUp"),
                step("hint-produce"),
                step("scale"));
        put(
                SelfHelp.FIND_BY_LETTERS,
                "show-letters",
                step("show-look-up", "button.lookUp"),
                step("show-letters", "button.search"),
                step("hint-produce"));
    }

    private static void atTheBags() {
        put(SelfHelp.CARRIER_BAGS, "show-bags", step("show-bags", "button.bags"), step("bag-put"));
        put(SelfHelp.BAG_IT, "bag-put", step("hint-scan"), step("bag-put"), step("show-let-go"));
        put(SelfHelp.LIGHT_ITEM, "show-light", step("show-light"), step("show-let-go"));
        put(SelfHelp.UNSCANNED_IN_BAG, "bag-take", step("bag-take"), step("hint-scan"), step("bag-put"));
        put(SelfHelp.OWN_BAG, "show-own-bag", step("show-own-bag"), step("hint-bag"), step("show-pack-later"));
    }

    private static void atTheBasket() {
        put(SelfHelp.ONE_TOO_MANY, "show-remove", step("show-remove"), step("show-aside"));
        put(
                SelfHelp.AGE_CHECK,
                "age-check",
                step("help-coming"),
                step("hint-scan"),
                step("show-aside", "button.removeAgeItem"));
        put(SelfHelp.PRICE_DIFFERS, "price-query", step("show-deposit"), step("show-by-weight"), step("help-coming"));
    }

    private static void atThePayment() {
        put(SelfHelp.PAY_BY_CARD, "terminal-tap", step("terminal-tap"), step("terminal-insert"), step("terminal-pin"));
        put(
                SelfHelp.CARD_NOT_ACCEPTED,
                "payment-declined",
                step("show-retry", "button.retry"),
                step("terminal-insert"),
                step("show-other-card"));
        put(SelfHelp.PAY_BY_CODE, "show-code", step("show-app"), step("show-code"), step("show-confirm"));
        put(SelfHelp.PAYMENT_CHECKED, "payment-checking", step("payment-checking"), step("show-once"));
        put(
                SelfHelp.FORGOT_SOMETHING,
                "show-forgot",
                step("payment-stopped", "button.cancelPayment"),
                step("show-forgot", "button.toBasket"),
                step("hint-scan"));
    }

    private static void atTheScreen() {
        put(
                SelfHelp.RECEIPT,
                "receipt",
                step("show-receipt", "button.receiptYes"),
                step("receipt-printing"),
                step("help-coming"));
        put(SelfHelp.LANGUAGE, "languages", step("show-language"), step("languages"));
        put(SelfHelp.CONTRAST, "show-contrast", step("show-contrast"), step("show-contrast-on"));
    }

    private static void put(SelfHelp topic, String cover, Step... steps) {
        TOPICS.put(topic, new Topic(cover, List.of(steps)));
    }

    private static Step step(String picture) {
        return new Step(picture, "");
    }

    private static Step step(String picture, String button) {
        return new Step(picture, button);
    }

    static Topic topic(SelfHelp topic) {
        return TOPICS.get(topic);
    }

    /** Key of a topic's name, or of one of its sentences from 1. */
    static String key(SelfHelp topic, String part) {
        return "selfHelp." + topic.name() + "." + part;
    }

    /** Whether cards go with this call: not any more when somebody stands there, who is the better help. */
    static boolean go(HelpCall call) {
        return call.state() != HelpCall.State.ARRIVED;
    }

    /** The small ones. As long as the page stays under the open card, so do they. */
    static List<Tile> choice(Scene scene, HelpCall call) {
        if (!go(call)) {
            return List.of();
        }
        boolean chosen =
                scene.ui().open() instanceof UiState.Open.Help help && help.page() == SelfHelpChoice.beneath(scene);
        List<SelfHelp> topics = chosen ? ((UiState.Open.Help) scene.ui().open()).cards() : SelfHelpChoice.of(scene);
        return topics.stream().map(topic -> small(scene, topic)).toList();
    }

    private static Tile small(Scene scene, SelfHelp topic) {
        String name = scene.say(key(topic, "headline"));
        Control control = Control.tells(
                        "self-help-" + topic.name(), "", "", Tone.PLAIN, new ShopperCommand.OpenSelfHelp(topic), name)
                .and(new UiAction.OpenSelfHelp(topic));
        return new Tile(control, name, "", topic(topic).cover());
    }

    /** The large one. Only a call that is the shopper's own ends with it; any other goes on until its ground is gone. */
    static Card card(Scene scene, UiState.Open.Help open) {
        SelfHelp topic = open.topic().orElseThrow();
        HelpCall call = scene.help().orElseThrow();
        List<Control> others = new ArrayList<>();
        others.add(Controls.back(scene, new UiAction.CloseSelfHelp()));
        Control tryIt =
                Control.opens("try-it", scene.say("selfHelp.try"), "hand-helping", Tone.PRIMARY, UiAction.CLOSE);
        if (call.isTheirsToEnd()) {
            others.add(tryIt.toned(Tone.PLAIN));
        }
        return Card.of("", scene.say(key(topic, "headline")), "")
                .withOthers(others)
                .withPrimary(call.isTheirsToEnd() ? helped(scene, topic, Tone.PRIMARY) : tryIt)
                .withSteps(steps(scene, topic));
    }

    private static List<Thumb> steps(Scene scene, SelfHelp topic) {
        List<Step> steps = topic(topic).steps();
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new Thumb(sentence(scene, topic, i), steps.get(i).picture()))
                .toList();
    }

    private static String sentence(Scene scene, SelfHelp topic, int index) {
        String button = topic(topic).steps().get(index).button();
        String key = key(topic, Integer.toString(index + 1));
        return button.isEmpty() ? scene.say(key) : scene.say(key, scene.say(button));
    }

    /** "That helped". */
    static Control helped(Scene scene, SelfHelp topic, Tone tone) {
        return Control.tells(
                        "that-helped",
                        scene.say("selfHelp.helped"),
                        "check",
                        tone,
                        new ShopperCommand.SolveAlone(topic))
                .and(UiAction.CLOSE);
    }
}
