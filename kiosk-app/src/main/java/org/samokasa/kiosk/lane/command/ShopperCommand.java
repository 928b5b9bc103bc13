package org.samokasa.kiosk.lane.command;

import java.util.List;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.help.SelfHelp;

/** What the shopper does at the screen. */
public sealed interface ShopperCommand extends ScreenCommand {
    /** Any touch that means nothing else: a sign of presence. */
    record Touched() implements ShopperCommand {}

    record StartShopping() implements ShopperCommand {}

    record ChooseLanguage(Language language) implements ShopperCommand {}

    /** Goods picked from the look-up pictures: weighed or added, as the article says. */
    record PickArticle(ItemKey item) implements ShopperCommand {}

    record LeaveWeighing() implements ShopperCommand {}

    record RemoveLine(int line) implements ShopperCommand {}

    /** The shopper does without the goods this problem is about. */
    record SetAside(String problem) implements ShopperCommand {}

    record Pay() implements ShopperCommand {}

    record CancelPayment() implements ShopperCommand {}

    record BackToBasket() implements ShopperCommand {}

    record AnswerReceipt(boolean wanted) implements ShopperCommand {}

    /** @param cards self-help cards that the screen shows with the call, at most {@value SelfHelp#SHOWN}; empty for none */
    record CallHelp(List<SelfHelp> cards) implements ShopperCommand {
        public CallHelp {
            cards = cardsOf(cards);
        }

        public CallHelp() {
            this(List.of());
        }
    }

    /** Looks at the open call again, and at the cards that the screen shows with it now. */
    record LookAtHelp(List<SelfHelp> cards) implements ShopperCommand {
        public LookAtHelp {
            cards = cardsOf(cards);
        }
    }

    /** Reads a self-help card. */
    record OpenSelfHelp(SelfHelp topic) implements ShopperCommand {}

    /** "That helped": the shopper needs nobody any more. */
    record SolveAlone(SelfHelp topic) implements ShopperCommand {}

    record CancelHelp() implements ShopperCommand {}

    /**
     * "Yes" to the offer of help.
     *
     * @param cards as for {@link CallHelp}
     */
    record TakeOffer(List<SelfHelp> cards) implements ShopperCommand {
        public TakeOffer {
            cards = cardsOf(cards);
        }

        public TakeOffer() {
            this(List.of());
        }
    }

    record DeclineOffer() implements ShopperCommand {}

    /** The sentence that an attendant sent has been read. */
    record ReadNote() implements ShopperCommand {}

    /** The answer to "was that solved?". */
    record AnswerHelp(boolean solved) implements ShopperCommand {}

    /**
     * A face touched after the sale, or a reason for it.
     *
     * @param faces 1, the saddest, to 4
     * @param reasons all that are chosen now
     */
    record RateHelp(int faces, List<String> reasons) implements ShopperCommand {
        public RateHelp {
            reasons = List.copyOf(reasons);
        }
    }

    private static List<SelfHelp> cardsOf(List<SelfHelp> cards) {
        if (cards.size() > SelfHelp.SHOWN) {
            throw new IllegalArgumentException("at most " + SelfHelp.SHOWN + " cards, got " + cards);
        }
        return List.copyOf(cards);
    }
}
