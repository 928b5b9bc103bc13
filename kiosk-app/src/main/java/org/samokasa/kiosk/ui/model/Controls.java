package org.samokasa.kiosk.ui.model;

import java.util.List;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;

/** Controls that stand on more than one screen. */
final class Controls {
    private Controls() {}

    /** Calls a human at once and opens the card that says who comes; with a call open it only opens the card. */
    static Control help(Scene scene, String name, String key) {
        // A call for a basket that nobody touches ends with this very touch.
        boolean called = scene.help()
                .filter(call -> call.cause() != HelpCause.IDLE_BASKET)
                .isPresent();
        List<SelfHelp> cards = SelfHelpChoice.of(scene);
        Control control = called
                ? Control.tells(name, scene.say(key), "concierge-bell", Tone.HELP, new ShopperCommand.LookAtHelp(cards))
                : Control.tells(name, scene.say(key), "concierge-bell", Tone.HELP, new ShopperCommand.CallHelp(cards));
        return control.and(openHelp(scene, cards)).speaking(scene.say("help.call"));
    }

    static UiAction openHelp(Scene scene, List<SelfHelp> cards) {
        return new UiAction.OpenHelp(SelfHelpChoice.beneath(scene), cards);
    }

    static Control back(Scene scene, UiAction action) {
        return Control.opens("back", scene.say("button.back"), "arrow-left", Tone.PLAIN, action);
    }

    static Control lookUp(Scene scene, Tone tone) {
        String first = scene.goods().shelves().stream().findFirst().orElse("");
        return Control.opens("lookup", scene.say("button.lookUp"), "search", tone, new UiAction.OpenLookUp(first));
    }

    static Control keepScanning(Scene scene, String problem) {
        return Control.opens(
                "keep-scanning",
                scene.say("button.keepScanning"),
                "scan-barcode",
                Tone.PRIMARY,
                new UiAction.Dismiss(problem));
    }

    /** One control for each language, in its own words. */
    static List<Control> languages(Scene scene) {
        return Language.onScreens().stream()
                .map(language -> Control.tells(
                                "language-" + language.tag(),
                                language.ownName(),
                                language == scene.language() ? "check" : "",
                                language == scene.language() ? Tone.CHOSEN : Tone.PLAIN,
                                new ShopperCommand.ChooseLanguage(language))
                        .and(UiAction.CLOSE))
                .toList();
    }
}
