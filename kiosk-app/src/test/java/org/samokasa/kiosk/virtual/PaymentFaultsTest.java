package org.samokasa.kiosk.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions.Commit;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScenarioRunner;
import org.samokasa.sim.script.ScriptException;

/**
 * One card payment with every single fault at every single place (payment-rules section 3; ZVT sheet section 12): the line
 * is cut before each message, the power of the lane at each write of its journal, with both commit rules of terminals. In
 * the end the terminal's books and the lane agree, or a human has been called who can read the terminal's journal.
 */
class PaymentFaultsTest {
    /** More than an approved payment with both receipts has, in both directions. */
    private static final int MESSAGES = 18;

    /** More facts than a payment writes, from the pay button to the thank-you. */
    private static final int WRITES = 14;

    private static final int HISTORY_MINOR = 1999;
    private static final int TOTAL_MINOR = 349;

    static Stream<Arguments> lines() {
        return Stream.of(Commit.values())
                .flatMap(commit -> java.util.stream.IntStream.rangeClosed(1, MESSAGES)
                        .boxed()
                        .flatMap(message -> Stream.of("approve", "decline 5", "timeout")
                                .map(outcome -> Arguments.of(commit, message, outcome))));
    }

    @ParameterizedTest(name = "{0}, line cut before message {1}, {2}")
    @MethodSource("lines")
    void the_line_may_be_cut_before_every_message(Commit commit, int message, String outcome) {
        VirtualLane lane = new VirtualLane(message, commit);
        readyToPay(lane);
        lane.terminalMachine().hangUpBefore(message);
        pay(lane, outcome);
        inTheEndBooksAgree(lane);
    }

    static Stream<Arguments> powerCuts() {
        return Stream.of(Commit.values())
                .flatMap(commit -> Stream.of(true, false)
                        .flatMap(kept -> java.util.stream.IntStream.range(0, WRITES)
                                .boxed()
                                .flatMap(write -> Stream.of("approve", "decline 5")
                                        .map(outcome -> Arguments.of(commit, kept, write, outcome)))));
    }

    @ParameterizedTest(name = "{0}, written {1}, power cut at write {2}, {3}")
    @MethodSource("powerCuts")
    void the_power_may_go_at_every_write(Commit commit, boolean kept, int write, String outcome) {
        VirtualLane lane = new VirtualLane(write, commit);
        readyToPay(lane);
        lane.cutPowerAt(lane.facts() + write, kept);
        pay(lane, outcome);
        inTheEndBooksAgree(lane);
    }

    static Stream<Arguments> bothAtOnce() {
        return powerCuts()
                .filter(arguments -> arguments.get()[3].equals("approve"))
                .flatMap(arguments -> Stream.of(4, 7, 9, 11)
                        .map(message -> Arguments.of(
                                arguments.get()[0],
                                arguments.get()[1],
                                arguments.get()[2],
                                message)));
    }

    @ParameterizedTest(name = "{0}, written {1}, power cut at write {2}, and the line before message {3}")
    @MethodSource("bothAtOnce")
    void both_may_happen_to_one_payment(Commit commit, boolean kept, int write, int message) {
        VirtualLane lane = new VirtualLane(write, commit);
        readyToPay(lane);
        lane.terminalMachine().hangUpBefore(message);
        lane.cutPowerAt(lane.facts() + write, kept);
        pay(lane, "approve");
        inTheEndBooksAgree(lane);
    }

    private static void readyToPay(VirtualLane lane) {
        play(lane, "scan MILK | SHOPPING 1 lines\nbag 1030 g\nwait 3 s | problem none");
    }

    private static void pay(VirtualLane lane, String outcome) {
        play(lane, "touch pay\ncard " + outcome);
        lane.waitFor(Duration.ofSeconds(200));
        // What did not happen to this payment shall not happen to the next.
        lane.cutPowerAt(Integer.MAX_VALUE, true);
        lane.terminalMachine().hangUpBefore(Integer.MAX_VALUE);
    }

    private static void play(VirtualLane lane, String script) {
        new ScenarioRunner(lane, Duration.ofSeconds(20)).run(Scenario.parse(script));
    }

    private static void inTheEndBooksAgree(VirtualLane lane) {
        long taken = lane.terminalMachine().chargedMinor() - HISTORY_MINOR;
        Optional<Sale> sale = lane.lane().sale();
        boolean open =
                sale.flatMap(known -> known.open(Problem.Kind.PAYMENT_IN_DOUBT)).isPresent();
        if (open) {
            assertThat(lane.lane().help())
                    .as("nobody can tell, so a human is called")
                    .isPresent();
            return;
        }
        boolean over = lane.lane().phase() == Phase.ATTRACT && lane.lane().lastSale() == 1;
        boolean paid = over || sale.map(Sale::isPaid).orElse(false);
        assertThat(taken).as("taken by the terminal").isEqualTo(paid ? TOTAL_MINOR : 0);
        if (!paid) {
            stillSells(lane, sale);
        }
    }

    /** Not paid: the shopper can pay now, and pays once. */
    private static void stillSells(VirtualLane lane, Optional<Sale> sale) {
        assertThat(sale.flatMap(Sale::payment).map(CardPayment::state))
                .isIn(List.of(Optional.empty(), Optional.of(CardPayment.State.REFUSED)));
        try {
            play(lane, "card approve\ntouch pay | RECEIPT paid");
        } catch (ScriptException stuck) {
            throw new AssertionError("the lane does not sell any more: " + lane.lane(), stuck);
        }
        assertThat(lane.terminalMachine().chargedMinor() - HISTORY_MINOR).isEqualTo(TOTAL_MINOR);
    }
}
