package org.samokasa.kiosk.virtual;

import java.util.List;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.sim.script.ScriptException;

/** What scripts call the bench's goods and the shopper's touches. */
final class ScriptWords {
    private ScriptWords() {}

    static String code(String word) {
        return switch (word) {
            case "MILK" -> LaneBench.MILK;
            case "BEER" -> LaneBench.BEER;
            case "GUM" -> LaneBench.GUM;
            default -> word;
        };
    }

    static ShopperCommand touch(List<String> words) {
        return switch (words.get(0)) {
            case "start" -> new ShopperCommand.StartShopping();
            case "pick" -> new ShopperCommand.PickArticle(new ItemKey(words.get(1)));
            case "pay", "retry" -> new ShopperCommand.Pay();
            case "cancel" -> new ShopperCommand.CancelPayment();
            case "back" -> new ShopperCommand.BackToBasket();
            case "help" -> new ShopperCommand.CallHelp();
            case "open-card" -> new ShopperCommand.OpenSelfHelp(SelfHelp.valueOf(words.get(1)));
            case "that-helped" -> new ShopperCommand.SolveAlone(SelfHelp.valueOf(words.get(1)));
            case "look" -> new ShopperCommand.Touched();
            case "take-offer" -> new ShopperCommand.TakeOffer();
            case "decline-offer" -> new ShopperCommand.DeclineOffer();
            case "solved" -> new ShopperCommand.AnswerHelp(true);
            case "not-solved" -> new ShopperCommand.AnswerHelp(false);
            case "face" ->
                new ShopperCommand.RateHelp(
                        Integer.parseInt(words.get(1)), words.stream().skip(2).toList());
            case "receipt" -> new ShopperCommand.AnswerReceipt(true);
            case "no-receipt" -> new ShopperCommand.AnswerReceipt(false);
            case "remove" -> new ShopperCommand.RemoveLine(Integer.parseInt(words.get(1)));
            default -> throw new ScriptException("nothing to touch named '" + words.get(0) + "'");
        };
    }
}
