package org.samokasa.kiosk.persistence.lane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;
import org.samokasa.kiosk.lane.CardPayment.Refusal;
import org.samokasa.kiosk.lane.CardPayment.Slip;
import org.samokasa.kiosk.lane.CardPayment.SlipLine;
import org.samokasa.kiosk.lane.Friction;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.MachineTests;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.lane.event.BasketEvent;
import org.samokasa.kiosk.lane.event.CallEvent;
import org.samokasa.kiosk.lane.event.HubEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.lane.event.ProblemEvent;
import org.samokasa.kiosk.lane.event.ReceiptEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent;
import org.samokasa.kiosk.lane.event.StaffEvent;

/**
 * The format on disk, pinned: a lane of today must read what a lane of last year wrote. A line that has to change in
 * {@code lane-events.jsonl} is a change of format and needs a way for old journals.
 */
class LaneEventFormatTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final CardTransaction TRANSACTION =
            new CardTransaction("52100477", "000418", "0318", "1106", "141037");
    private static final CardFacts CARD =
            new CardFacts("Debit Mastercard", "999999******6104", "710426", "A0000000041010", "CONTACTLESS", "NONE");

    private static List<LaneEvent> examples() {
        return Stream.of(service(), basket(), problemsAndCalls(), payments(), rest())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LaneEvent> service() {
        return List.of(
                new ServiceEvent.LaneOpened(AT),
                new ServiceEvent.LaneClosed(AT, "Anna"),
                new ServiceEvent.ServiceLost(AT, "scanner"),
                new ServiceEvent.ServiceRestored(AT),
                new ServiceEvent.LanguageChosen(AT, Language.PL),
                new ServiceEvent.ShopperSeen(AT),
                new ServiceEvent.SaleStarted(AT, 17, -3),
                new ServiceEvent.SaleVoided(AT, 17, "lane", "nothing was scanned"),
                new ServiceEvent.SaleFinished(AT, 17),
                new ServiceEvent.ShopperLeft(AT, Language.EN));
    }

    private static List<LaneEvent> basket() {
        Article banana = new Article(
                ItemKey.plu("4011"),
                Map.of("", "Banany", "en", "Bananas"),
                Article.SoldBy.WEIGHT,
                Optional.of(Money.of(599, "PLN")),
                "C",
                0,
                0,
                Optional.empty(),
                "fruit",
                "banana",
                Article.Kind.GOODS);
        return List.of(
                new BasketEvent.ItemAdded(AT, Line.weighed(3, banana, Money.of(599, "PLN"), 785, 7)),
                new BasketEvent.LineVoided(AT, 3, "shopper"),
                new BasketEvent.WeighingBegun(AT, ItemKey.plu("4011")),
                new BasketEvent.WeighingEnded(AT),
                new BasketEvent.BagWeightLearnt(AT, 2, 80),
                new BasketEvent.BagOffsetSet(AT, -12, "Anna"));
    }

    private static List<LaneEvent> problemsAndCalls() {
        Problem problem = new Problem(
                "17-1", Problem.Kind.WEIGHT_MISMATCH, 0, Map.of("gramsExpected", "1030"), AT, Optional.empty());
        return List.of(
                new ProblemEvent.ProblemOpened(AT, problem),
                new ProblemEvent.ProblemResolved(AT, "17-1", Problem.Outcome.APPROVED, "Anna", "own bag"),
                new ProblemEvent.AgeApproved(AT, 18, "Anna"),
                new CallEvent.HelpCalled(AT, "4-1", HelpCause.WEIGHT_MISMATCH, "17-1", Optional.empty()),
                new CallEvent.HelpAccepted(AT, "4-1", "Anna", 20),
                new CallEvent.HelpArrived(AT, "4-1", "Anna"),
                new CallEvent.HelpReopened(AT, "4-1"),
                new CallEvent.HelpForecastCame(AT, "4-1", 40),
                new CallEvent.HelpEnded(AT, "4-1", HelpCall.End.SOLVED, "Anna"),
                new CallEvent.HelpCalled(AT, "4-2", HelpCause.SHOPPER_CALLED, "", Optional.of("4-1")),
                new CallEvent.HelpEnded(AT, "4-2", HelpCall.End.ABANDONED, "lane"),
                new CallEvent.HelpOffered(AT, Friction.Sign.STUCK_STEP),
                new CallEvent.OfferDeclined(AT),
                new CallEvent.HelpAnswered(AT, "4-1", false),
                new CallEvent.HelpRated(AT, "4-1", 3, List.of("friendly")),
                new CallEvent.SelfHelpShown(
                        AT, "4-3", List.of(SelfHelp.FIND_BARCODE, SelfHelp.WEIGH_PRODUCE, SelfHelp.BAG_IT)),
                new CallEvent.SelfHelpOpened(AT, "4-3", SelfHelp.BAG_IT),
                new CallEvent.HelpEnded(
                        AT, "4-3", HelpCall.End.CANCELLED_BY_SHOPPER, "shopper", Optional.of(SelfHelp.BAG_IT)));
    }

    private static List<LaneEvent> payments() {
        Slip slip = new Slip(List.of(new SlipLine("Kundenbeleg", true, true, false)), true);
        return List.of(
                new PaymentEvent.PaymentIntended(AT, "4-17-1", Money.of(869, "PLN"), Optional.of(TRANSACTION)),
                new PaymentEvent.PaymentApproved(AT, "4-17-1", Optional.of(TRANSACTION), CARD),
                new PaymentEvent.PaymentRefused(AT, "4-17-1", Refusal.DECLINED, "05"),
                new PaymentEvent.PaymentDoubted(AT, "4-17-1", "line lost"),
                new PaymentEvent.ReversalIntended(AT, "4-17-1", TRANSACTION, "approved 1.00 PLN of 8.69 PLN"),
                new PaymentEvent.SlipReceived(AT, "4-17-1", true, slip),
                new PaymentEvent.PaymentFinished(AT, "4-17-1"),
                new PaymentEvent.PaymentLeft(AT, "4-17-1"),
                new PaymentEvent.MoneyReturned(
                        AT, "4-16-1", Money.of(868, "PLN"), "UTR-310417", "another amount than asked"));
    }

    private static List<LaneEvent> rest() {
        return List.of(
                new ReceiptEvent.ReceiptWanted(AT, true),
                new ReceiptEvent.ReceiptDeclined(AT),
                new ReceiptEvent.ReceiptPrinted(AT),
                new ReceiptEvent.ReceiptFailed(AT, "paper out"),
                new HubEvent.HubConfirmed(AT, 123),
                new HubEvent.HubOrderTaken(AT, "6fd1a2b3c4d5e6f7", 9),
                new StaffEvent.SignInFailed(AT, 5, AT.plusSeconds(60)),
                new StaffEvent.StaffSignedIn(AT),
                new StaffEvent.StaffLeft(AT, "unattended"),
                new StaffEvent.TestBegun(AT, "test-1795255200123", "terminal", TestKind.END_OF_DAY, "technician"),
                new StaffEvent.TestEnded(
                        AT, "test-1795255200123", "terminal", MachineTests.Outcome.FAILED, "77 not possible"),
                new ServiceEvent.LanePaused(AT, "Anna"),
                new ServiceEvent.LaneResumed(AT, "Anna"),
                new ServiceEvent.ClosingOrdered(AT, "Anna"),
                new ServiceEvent.ClosingLifted(AT, "Maria"),
                new ServiceEvent.SaleSuspended(AT, 17, "Anna"),
                new ServiceEvent.SaleRecalled(AT, 18, "8c1f0a2b3c4d5e6f:4-17", "Anna"),
                new ServiceEvent.RecallRefused(AT, "8c1f0a2b3c4d5e6f:4-17"),
                new CallEvent.ShopperWrittenTo(AT, "Somebody is coming to you."),
                new CallEvent.NoteRead(AT));
    }

    @Test
    void every_kind_of_event_has_an_example() {
        Set<Class<?>> shown = examples().stream().map(Object::getClass).collect(Collectors.toSet());
        Set<Class<?>> all = Stream.of(LaneEvent.class.getPermittedSubclasses())
                .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(all);
    }

    @Test
    void events_are_written_as_they_always_were() throws IOException {
        assertThat(examples().stream()
                        .map(event -> new String(RecordJson.write(LaneEvent.class, event), UTF_8))
                        .toList())
                .isEqualTo(stored());
    }

    @Test
    void what_was_ever_written_is_read_back() throws IOException {
        assertThat(stored().stream()
                        .map(line -> RecordJson.read(LaneEvent.class, line.getBytes(UTF_8)))
                        .toList())
                .isEqualTo(examples());
    }

    private static List<String> stored() throws IOException {
        try (InputStream file = LaneEventFormatTest.class.getResourceAsStream("lane-events.jsonl")) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
