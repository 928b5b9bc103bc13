package org.samokasa.kiosk.persistence.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.help.SelfHelpUse;
import org.samokasa.kiosk.insight.Intervention;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.insight.Stay;
import org.samokasa.kiosk.store.ShopWeeks;
import org.samokasa.kiosk.store.StoreEvent;

/** The central log of interventions, in H2 and in PostgreSQL where that is installed. */
class InterventionLogTest {
    private static final Instant START = Instant.parse("2026-11-16T09:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Instant LAST = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private static StoreEvent help(HelpEvent event) {
        return new StoreEvent.HelpHasChanged(event);
    }

    private static HelpCall call(HelpProblem... problems) {
        return new HelpCall(
                "r", 4, 17, HelpCause.WEIGHT_MISMATCH, "t", List.of(), START, List.of(problems), Optional.of("pl"));
    }

    private static HelpProblem problem(String id, String kind, Evidence... evidence) {
        return new HelpProblem(id, kind, "t", Optional.of("Olives"), true, List.of(evidence));
    }

    private static HelpCall reading(HelpCall call) {
        return new HelpCall(
                call.requestId(),
                call.lane(),
                call.saleNumber(),
                call.cause(),
                call.title(),
                call.evidence(),
                call.openedAt(),
                call.problems(),
                call.language(),
                Optional.of(
                        new SelfHelpUse(List.of("BAG_IT", "LIGHT_ITEM", "NEW_TOPIC"), List.of("NEW_TOPIC", "BAG_IT"))));
    }

    private static final HelpProblem WEIGHT = problem(
            "p1",
            "WEIGHT_MISMATCH",
            new Evidence("gramsExpected", "540"),
            new Evidence("gramsMeasured", "-12"),
            new Evidence("gramsGoods", "340"));

    /** One request that goes through everything that can happen to one. */
    private static List<StoreEvent> life() {
        return List.of(
                new StoreEvent.HelperCameOnDuty(START, Helper.attendant("Anna")),
                new StoreEvent.HelperCameOnDuty(START, Helper.attendant("Anna")),
                new StoreEvent.HelperCameOnDuty(START, Helper.attendant("Jan")),
                new StoreEvent.HelperWentOffDuty(START, "Jan"),
                new StoreEvent.LaneWasHeard(START.minusSeconds(901), 1, "a", 1),
                new StoreEvent.LaneWasHeard(START.minusSeconds(900), 2, "b", 1),
                new StoreEvent.LaneWasHeard(START, 4, "c", 1),
                new StoreEvent.LaneWasHeard(START, 4, "c", 2),
                help(new HelpEvent.HelpWasRaised(START, call(WEIGHT))),
                help(new HelpEvent.HelpWasRouted(
                        START.plusSeconds(1), "r", HelpClocks.AcceptLevel.FRESH, List.of("Anna"), 30, 0)),
                help(new HelpEvent.HelpWasRouted(
                        START.plusSeconds(31), "r", HelpClocks.AcceptLevel.NEXT_PERSON, List.of(), 55, 0)),
                help(new HelpEvent.HelpWasAccepted(START.plusSeconds(35), "r", "Jan", 20)),
                help(new HelpEvent.ClaimHasLapsed(START.plusSeconds(80), "r", "Jan")),
                help(new HelpEvent.HelpIsOverdue(
                        START.plusSeconds(81), "r", HelpClocks.SolveLevel.OVER_TARGET, List.of())),
                help(new HelpEvent.HelpWasAccepted(START.plusSeconds(90), "r", "Anna", 20)),
                help(new HelpEvent.HelperArrived(START.plusSeconds(100), "r", "Anna")),
                help(new HelpEvent.HelpTakenRemotely(START.plusSeconds(101), "r", "Anna")),
                help(new HelpEvent.CallWasUpdated(
                        START.plusSeconds(102),
                        reading(call(problem("p2", "UNKNOWN_ITEM", new Evidence("code", "590")))))),
                help(new HelpEvent.ProblemWasDecided(
                        START.plusSeconds(103), "r", "p1", ProblemDecision.APPROVED, "Anna", "")),
                help(new HelpEvent.HelpWasHandedOver(START.plusSeconds(104), "r", "Anna", "n", Optional.empty())),
                help(new HelpEvent.HelpWasSolved(START.plusSeconds(110), "r", "Maria", "weighed again")),
                help(new HelpEvent.HelpWasRated(
                        START.plusSeconds(111),
                        "r",
                        new HelpRating(Optional.empty(), OptionalInt.of(2), List.of("SLOW", "RUDE")))),
                help(new HelpEvent.HelpWasRated(
                        START.plusSeconds(112),
                        "r",
                        new HelpRating(Optional.of(false), OptionalInt.empty(), List.of("SLOW")))));
    }

    private static final Intervention WHAT_IS_LEFT = new Intervention(
            "r",
            4,
            "WEIGHT_MISMATCH",
            17,
            Optional.of("pl"),
            new Intervention.Moments(
                    START,
                    Optional.of(START.plusSeconds(1)),
                    Optional.of(START.plusSeconds(35)),
                    Optional.of(START.plusSeconds(100)),
                    Optional.of(START.plusSeconds(110))),
            new Intervention.Handling(
                    Optional.of("Maria"),
                    false,
                    "NEXT_PERSON",
                    "OVER_TARGET",
                    1,
                    1,
                    30,
                    Optional.of("SOLVED"),
                    "weighed again"),
            new Intervention.Floor(1, 2),
            new Intervention.Word(OptionalInt.of(2), Optional.of(false), List.of("SLOW")),
            List.of(
                    new Intervention.Trouble(
                            "p1",
                            "WEIGHT_MISMATCH",
                            Optional.of("Olives"),
                            Optional.empty(),
                            OptionalInt.of(540),
                            OptionalInt.of(-12),
                            OptionalInt.of(340),
                            Optional.of("APPROVED")),
                    new Intervention.Trouble(
                            "p2",
                            "UNKNOWN_ITEM",
                            Optional.of("Olives"),
                            Optional.of("590"),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            Optional.empty())),
            List.of(
                    new Intervention.Card("BAG_IT", OptionalInt.of(2), false),
                    new Intervention.Card("LIGHT_ITEM", OptionalInt.empty(), false),
                    new Intervention.Card("NEW_TOPIC", OptionalInt.of(1), false)));

    private static void tell(HubView view, List<StoreEvent> events) throws IOException {
        for (int i = 0; i < events.size(); i++) {
            view.apply(i + 1L, events.get(i));
        }
    }

    @Test
    void a_request_is_kept_with_everything_that_happened_to_it() throws IOException {
        try (HubView view = HubView.open(folder, "j")) {
            tell(view, life());
            assertThat(view.period(START, LAST).interventions()).containsExactly(WHAT_IS_LEFT);
            assertThat(view.period(START.plusMillis(1), LAST).interventions()).isEmpty();
            duty(view);
            assertThat(view.period(START.minusSeconds(1), START).interventions())
                    .isEmpty();
        }
    }

    /** Anna came once, though it was said twice, and stays; Jan came and went in the same moment. */
    private static void duty(HubView view) throws IOException {
        Stay anna = new Stay("Anna", "ATTENDANT", START, Optional.empty());
        assertThat(view.period(START.plusSeconds(60), LAST).stays()).containsExactly(anna);
        assertThat(view.period(START.minusSeconds(60), LAST).stays())
                .containsExactly(anna, new Stay("Jan", "ATTENDANT", START, Optional.of(START)));
        assertThat(view.period(START.minusSeconds(60), START).stays()).isEmpty();
    }

    @Test
    void the_log_of_two_days_is_what_the_journal_says_and_the_same_after_it_is_made_anew() throws IOException {
        List<StoreEvent> events = ShopWeeks.events(7, MONDAY, 2, 150);
        Period first;
        try (HubView view = HubView.open(folder.resolve("one"), "j")) {
            tell(view, events);
            first = view.period(START.minusSeconds(86_400), LAST);
        }
        sameAsJournal(first, events);
        try (HubView view = HubView.open(folder.resolve("two"), "j")) {
            tell(view, events);
            assertThat(view.period(START.minusSeconds(86_400), LAST)).isEqualTo(first);
        }
    }

    private static void sameAsJournal(Period period, List<StoreEvent> events) {
        Map<String, Long> raised = new TreeMap<>();
        Map<String, Long> sold = new TreeMap<>();
        long sales = 0;
        for (StoreEvent event : events) {
            if (event instanceof StoreEvent.HelpHasChanged h && h.event() instanceof HelpEvent.HelpWasRaised r) {
                raised.merge(r.call().cause().name(), 1L, Long::sum);
            } else if (event instanceof StoreEvent.SaleWasRecorded s) {
                sales++;
                TreeSet<String> names = new TreeSet<>();
                s.sale().lines().forEach(line -> names.add(line.name()));
                names.forEach(name -> sold.merge(name, 1L, Long::sum));
            }
        }
        assertThat(raised).hasSizeGreaterThan(3);
        assertThat(period.interventions().stream()
                        .collect(Collectors.groupingBy(Intervention::cause, Collectors.counting())))
                .isEqualTo(raised);
        assertThat(period.sales()).hasSize((int) sales);
        assertThat(period.goods().stream().collect(Collectors.toMap(g -> g.name(), g -> g.sales())))
                .isEqualTo(sold);
    }

    @Test
    void postgresql_keeps_the_same_log() throws IOException, SQLException, InterruptedException {
        try (PrivatePostgres postgres = PrivatePostgres.start()) {
            try (HubView view = HubView.over(postgres.connect(), "j")) {
                tell(view, life());
                assertThat(view.period(START, LAST).interventions()).containsExactly(WHAT_IS_LEFT);
                duty(view);
                assertThat(view.interventionsSince(START))
                        .containsExactly(new HubView.CauseFigures("WEIGHT_MISMATCH", 1, 35_000));
                List<StoreEvent> events = ShopWeeks.events(7, MONDAY.plusDays(7), 1, 100);
                for (int i = 0; i < events.size(); i++) {
                    view.apply(life().size() + i + 1L, events.get(i));
                }
                sameAsJournal(
                        view.period(MONDAY.plusDays(7).atStartOfDay().toInstant(java.time.ZoneOffset.UTC), LAST),
                        events);
            }
        }
    }
}
