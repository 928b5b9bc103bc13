package org.samokasa.kiosk.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.HelpCall.End;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.event.BasketEvent.ItemAdded;
import org.samokasa.kiosk.lane.event.CallEvent.HelpAnswered;
import org.samokasa.kiosk.lane.event.CallEvent.HelpCalled;
import org.samokasa.kiosk.lane.event.CallEvent.HelpEnded;
import org.samokasa.kiosk.lane.event.CallEvent.HelpRated;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentIntended;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentRefused;
import org.samokasa.kiosk.lane.event.ProblemEvent.ProblemOpened;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleStarted;

/** What the hub hears of a call and of what the shopper says of it. */
class LaneWordsTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private final LaneWords words =
            new LaneWords("8c1f", new TaxTable(List.of()), ZoneId.of("Europe/Warsaw"), Language.EN, MachineBook.EMPTY);

    private List<LaneMessage> told(LaneEvent... events) {
        List<LaneMessage> told = new ArrayList<>();
        Lane lane = Lane.unopened(4, Language.EN).after(new LaneOpened(AT)).after(new SaleStarted(AT, 17, 0));
        for (LaneEvent event : events) {
            Lane after = lane.after(event);
            words.message(event, lane, after).ifPresent(told::add);
            lane = after;
        }
        return told;
    }

    private static HelpCalled called(String id, Optional<String> again) {
        return new HelpCalled(AT, id, HelpCause.SHOPPER_CALLED, "", again);
    }

    @Test
    void a_call_that_is_abandoned_is_told_as_abandoned() {
        assertThat(told(called("4-1", Optional.empty()), new HelpEnded(AT, "4-1", End.ABANDONED, "lane")))
                .endsWith(
                        new LaneMessage.HelpWithdrawn("8c1f:4-1", LaneMessage.Withdrawal.ABANDONED, Optional.empty()));
    }

    @Test
    void a_call_that_repeats_another_names_it() {
        LaneMessage.HelpRaised raised =
                (LaneMessage.HelpRaised) told(called("4-2", Optional.of("4-1"))).get(0);
        assertThat(raised.call().evidence()).containsExactly(new Evidence("again", "8c1f:4-1"));
    }

    private static Line banana() {
        Article article = new Article(
                ItemKey.plu("4011"),
                Map.of("", "Bananas"),
                Article.SoldBy.PIECE,
                Optional.of(Money.of(100, "PLN")),
                "A",
                18,
                0,
                Optional.empty(),
                "",
                "banana",
                Article.Kind.GOODS);
        return Line.piece(1, 0, article, Money.of(100, "PLN"), 7);
    }

    @Test
    void a_call_before_a_card_that_was_not_taken_says_why_it_was_not() {
        LaneMessage.HelpRaised raised = (LaneMessage.HelpRaised) told(
                        new ItemAdded(AT, banana()),
                        new PaymentIntended(AT, "4-17-1", Money.of(100, "PLN"), Optional.empty()),
                        new PaymentRefused(AT, "4-17-1", Refusal.DECLINED, "05"),
                        new HelpCalled(AT, "4-1", HelpCause.PAYMENT_TROUBLE, "", Optional.empty()))
                .get(0);
        assertThat(raised.call().evidence())
                .containsExactly(
                        new Evidence("refused", "DECLINED"),
                        new Evidence("terminalSays", "05"),
                        new Evidence("steps", "SCAN PAY NOT_PAID"));
    }

    @Test
    void a_question_about_goods_brings_their_drawing() {
        Problem age = new Problem("17-1", Problem.Kind.AGE_CHECK, 1, Map.of("minimumAge", "18"), AT, Optional.empty());
        LaneMessage.HelpRaised raised = (LaneMessage.HelpRaised) told(
                        new ItemAdded(AT, banana()),
                        new HelpCalled(AT, "4-1", HelpCause.AGE_CHECK, "17-1", Optional.empty()),
                        new ProblemOpened(AT, age))
                .get(1);
        assertThat(raised.call().problems().get(0).evidence())
                .containsExactly(new Evidence("minimumAge", "18"), new Evidence("picture", "banana"));
    }

    @Test
    void the_answer_and_the_faces_are_told_each_on_its_own() {
        assertThat(told(
                        called("4-1", Optional.empty()),
                        new HelpEnded(AT, "4-1", End.SOLVED, "Anna"),
                        new HelpAnswered(AT, "4-1", true),
                        new HelpRated(AT, "4-1", 3, List.of("friendly"))))
                .endsWith(
                        new LaneMessage.HelpRated(
                                "8c1f:4-1", new HelpRating(Optional.of(true), OptionalInt.empty(), List.of())),
                        new LaneMessage.HelpRated(
                                "8c1f:4-1", new HelpRating(Optional.empty(), OptionalInt.of(3), List.of("friendly"))));
    }
}
