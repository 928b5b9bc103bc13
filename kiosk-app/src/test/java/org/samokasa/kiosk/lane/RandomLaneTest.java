package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.command.StaffCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentFinished;
import org.samokasa.kiosk.lane.event.PaymentEvent.PaymentIntended;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleStarted;

/** Anything in any order: machines that answer late, twice or wrongly, shoppers and attendants that touch everything. */
class RandomLaneTest {
    private static final int STEPS = 400;
    private static final List<String> CODES = List.of(
            LaneBench.MILK,
            LaneBench.BEER,
            LaneBench.GUM,
            LaneBench.MYSTERY_WEIGHT,
            LaneBench.NO_PRICE,
            "]E02812340015006",
            "]E05901234123458",
            "]E04000000000006",
            "]C1whatever",
            "");

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 150).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_invariants_hold_whatever_happens(long seed) {
        Random chance = new Random(seed);
        LaneBench lane = new LaneBench();
        for (int step = 0; step < STEPS; step++) {
            int known = lane.journal().size();
            boolean problemsOpen = lane.lane().sale().stream()
                    .flatMap(sale -> sale.problems().stream())
                    .anyMatch(Problem::blocksPayment);
            boolean scan = act(lane, chance);
            if (scan) {
                assertThat(lane.lastEffects().stream().anyMatch(effect -> effect instanceof Effect.Play)
                                || lane.sale().weighing().isPresent())
                        .as("seed %d: every scan is heard (I12)", seed)
                        .isTrue();
            }
            for (LaneEvent event : lane.journal().subList(known, lane.journal().size())) {
                assertThat(event instanceof PaymentIntended && problemsOpen && stillOpen(lane))
                        .as("seed %d: nothing is paid with an open problem (I1)", seed)
                        .isFalse();
            }
        }
        saleNumbersAreGapless(lane, seed);
        eachSaleIsPaidAtMostOnce(lane, seed);
        replayGivesTheSameLane(lane, seed);
    }

    @Test
    void chance_gets_as_far_as_paid_sales_refusals_and_doubts() {
        Random chance = new Random(1);
        LaneBench lane = new LaneBench();
        for (int step = 0; step < 60_000; step++) {
            act(lane, chance);
        }
        assertThat(count(lane, PaymentFinished.class)).isGreaterThan(20);
        assertThat(count(lane, PaymentEvent.PaymentRefused.class)).isGreaterThan(20);
        assertThat(count(lane, PaymentEvent.PaymentDoubted.class)).isGreaterThan(20);
        assertThat(count(lane, PaymentEvent.ReversalIntended.class)).isPositive();
    }

    private static long count(LaneBench lane, Class<? extends LaneEvent> kind) {
        return lane.journal().stream().filter(kind::isInstance).count();
    }

    private static boolean stillOpen(LaneBench lane) {
        return lane.lane().sale().stream()
                .flatMap(sale -> sale.problems().stream())
                .anyMatch(Problem::blocksPayment);
    }

    /** True when it was a scan. */
    private static boolean act(LaneBench lane, Random chance) {
        switch (chance.nextInt(16)) {
            case 0, 1, 2 -> {
                lane.scan(CODES.get(chance.nextInt(CODES.size())));
                return true;
            }
            case 3, 4 ->
                lane.bag(lane.lane().sale().map(Sale::bagExpectedGrams).orElse(0)
                        + (chance.nextInt(4) == 0 ? chance.nextInt(2000) - 500 : 0));
            case 5 -> lane.weigh(chance.nextInt(1500));
            case 6 -> lane.pass(Duration.ofMillis(chance.nextInt(40_000)));
            case 7 -> lane.pick(chance.nextBoolean() ? LaneBench.BANANA : ItemKey.plu("4999"));
            case 8, 9 -> lane.pay();
            case 10 -> lane.tell(shopper(lane, chance));
            case 11, 12 -> terminal(lane, chance);
            case 13 -> hub(lane, chance);
            case 14 -> staff(lane, chance);
            default -> machine(lane, chance);
        }
        return false;
    }

    private static void staff(LaneBench lane, Random chance) {
        TestKind kind = TestKind.values()[chance.nextInt(TestKind.values().length)];
        String machine = chance.nextBoolean() ? Readings.TERMINAL : Readings.SCANNER;
        lane.tell(
                switch (chance.nextInt(5)) {
                    case 0 -> new StaffCommand.PinCompared(chance.nextInt(3) > 0);
                    case 1, 2 -> new StaffCommand.TestMachine(machine, kind);
                    case 3 ->
                        new MachineCommand.TestFinished(
                                lane.engine()
                                        .readings()
                                        .tests()
                                        .running()
                                        .map(MachineTests.Running::run)
                                        .orElse("test-0"),
                                MachineTests.Result.of(MachineTests.Outcome.PASSED, ""));
                    default -> new StaffCommand.Leave();
                });
    }

    private static ShopperCommand shopper(LaneBench lane, Random chance) {
        return switch (chance.nextInt(9)) {
            case 0 -> new ShopperCommand.Touched();
            case 1 -> new ShopperCommand.StartShopping();
            case 2 -> new ShopperCommand.ChooseLanguage(chance.nextBoolean() ? Language.EN : Language.PL);
            case 3 -> new ShopperCommand.RemoveLine(1 + chance.nextInt(6));
            case 4 -> new ShopperCommand.SetAside(problem(lane, chance));
            case 5 -> new ShopperCommand.CancelPayment();
            case 6 -> new ShopperCommand.BackToBasket();
            case 7 -> new ShopperCommand.AnswerReceipt(chance.nextBoolean());
            default -> help(chance);
        };
    }

    private static ShopperCommand help(Random chance) {
        SelfHelp topic = SelfHelp.values()[chance.nextInt(SelfHelp.values().length)];
        return switch (chance.nextInt(5)) {
            case 0 -> new ShopperCommand.CancelHelp();
            case 1 -> new ShopperCommand.LookAtHelp(List.of(topic));
            case 2 -> new ShopperCommand.OpenSelfHelp(topic);
            case 3 -> new ShopperCommand.SolveAlone(topic);
            default -> new ShopperCommand.CallHelp(List.of(topic));
        };
    }

    private static String problem(LaneBench lane, Random chance) {
        List<Problem> problems = lane.lane().sale().map(Sale::problems).orElse(List.of());
        return problems.isEmpty()
                ? "none"
                : problems.get(chance.nextInt(problems.size())).id();
    }

    private static void terminal(LaneBench lane, Random chance) {
        Optional<CardPayment> payment = lane.lane().sale().flatMap(Sale::payment);
        String attempt = chance.nextInt(8) == 0
                ? "4-1-1"
                : payment.map(CardPayment::attempt).orElse("4-9-9");
        Money asked = payment.map(CardPayment::amount).orElse(Money.of(100, "PLN"));
        Money amount = chance.nextInt(8) == 0 ? Money.of(1, "PLN") : asked;
        lane.tell(
                switch (chance.nextInt(8)) {
                    case 0, 1 ->
                        new PaymentCommand.PaymentApprovedByTerminal(
                                attempt, amount, LaneBench.transaction("0318"), CardFacts.NONE);
                    case 2 -> new PaymentCommand.PaymentRefusedByTerminal(attempt, CardPayment.Refusal.DECLINED, "05");
                    case 3 -> new PaymentCommand.PaymentLost(attempt, "line lost");
                    case 4 ->
                        new PaymentCommand.FoundPaid(attempt, amount, LaneBench.transaction("0318"), CardFacts.NONE);
                    case 5 -> new PaymentCommand.FoundNotPaid(attempt, "not booked");
                    case 6 -> new PaymentCommand.ReversalEnded(attempt, chance.nextBoolean(), "");
                    default -> new PaymentCommand.TerminalDone(attempt);
                });
    }

    private static void hub(LaneBench lane, Random chance) {
        String request = lane.lane().help().map(HelpCall::requestId).orElse("4-0");
        lane.order(
                switch (chance.nextInt(5)) {
                    case 0 -> new HubCommand.Accept(request, "Anna", 20);
                    case 1 -> new HubCommand.Arrive(request, "Anna");
                    case 2 -> new HubCommand.Solve(request, "Anna");
                    case 3 -> new HubCommand.Reopen(request);
                    default ->
                        new HubCommand.Resolve(
                                problem(lane, chance), chance.nextBoolean(), "Anna", "", Optional.empty());
                });
    }

    private static void machine(LaneBench lane, Random chance) {
        switch (chance.nextInt(6)) {
            case 0 -> lane.machine(Readings.SCANNER, chance.nextBoolean(), "NOT_CONNECTED");
            case 1 -> lane.machine(Readings.TERMINAL, chance.nextInt(4) > 0, "NO_ANSWER");
            case 2 -> lane.machine(Readings.PRINTER, chance.nextBoolean(), "PAPER_OUT");
            case 3 -> lane.tell(new MachineCommand.BagScaleRead(new Load.Moving()));
            case 4 ->
                lane.tell(new MachineCommand.PaperDone(
                        "receipt-4-" + lane.lane().sale().map(Sale::number).orElse(0L)));
            default -> lane.powerCut();
        }
    }

    private static void saleNumbersAreGapless(LaneBench lane, long seed) {
        long expected = 1;
        for (LaneEvent event : lane.journal()) {
            if (event instanceof SaleStarted started) {
                assertThat(started.number()).as("seed %d (I4)", seed).isEqualTo(expected++);
            }
        }
    }

    private static void eachSaleIsPaidAtMostOnce(LaneBench lane, long seed) {
        assertThat(lane.journal().stream()
                        .filter(PaymentFinished.class::isInstance)
                        .map(event -> ((PaymentFinished) event).attempt().replaceFirst("-[0-9]+$", ""))
                        .toList())
                .as("seed %d (I2)", seed)
                .doesNotHaveDuplicates();
    }

    private static void replayGivesTheSameLane(LaneBench lane, long seed) {
        Lane replayed = Lane.unopened(4, Language.EN);
        for (LaneEvent event : lane.journal()) {
            replayed = replayed.after(event);
        }
        assertThat(replayed).as("seed %d (I3)", seed).isEqualTo(lane.lane());
    }
}
