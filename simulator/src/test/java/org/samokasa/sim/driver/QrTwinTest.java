package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.ReversalRequest;
import org.samokasa.devices.Health;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.protocol.qr.QrPayee;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.sim.device.qr.GatewayTrouble;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;

/** The driver for codes on the screen against its twin, in virtual time: every payer with every way a request can fail. */
class QrTwinTest {
    private final QrBench till = new QrBench();

    @Test
    void a_code_is_shown_and_its_money_pays() {
        till.machine.payer(Payer.PAYS, till.bench.now());
        till.pay("1-7-1");
        till.live(2);
        assertThat(till.all(TerminalEvent.CodeShown.class)).singleElement().satisfies(shown -> {
            assertThat(shown.text()).startsWith("SIM*").endsWith("*2310*EUR");
            assertThat(shown.validFor()).isEqualTo(QrPayment.LIFETIME);
        });
        till.live(10);
        Verdict.Approved approved = (Verdict.Approved) till.verdict();
        assertThat(approved.amount()).isEqualTo(QrBench.PRICE);
        assertThat(approved.transaction().receiptNumber()).startsWith("UTR-");
        assertThat(till.all(TerminalEvent.Finished.class)).hasSize(1);
        till.assertMoneyIsRight("paid");
    }

    @Test
    void the_till_makes_the_text_when_the_gateway_does_not() {
        QrPayee payee =
                new QrPayee(QrPayee.Scheme.EPC, "DE75512108001245126199", "Musterladen GmbH", "", "5411", "", "");
        QrBench own = new QrBench(QrBench.options("open-sesame", Optional.of(payee)), false);
        own.pay("1-7-1");
        own.live(2);
        assertThat(own.all(TerminalEvent.CodeShown.class).get(0).text())
                .startsWith("BCD\n002\n1\nSCT\n\nMusterladen GmbH\nDE75512108001245126199\nEUR23.10\n");
    }

    @Test
    void without_any_text_the_payment_does_not_begin() {
        QrBench own = new QrBench(QrBench.OPTIONS, false);
        own.pay("1-7-1");
        own.live(5);
        assertThat(own.verdict()).isInstanceOf(Verdict.NotStarted.class);
        assertThat(own.machine.isShown()).isFalse();
    }

    @Test
    void a_wrong_token_is_a_matter_of_settings() {
        QrBench own = new QrBench(QrBench.options("wrong", Optional.empty()), true);
        own.live(1);
        assertThat(own.bench.device.health())
                .isInstanceOfSatisfying(
                        Health.Down.class, down -> assertThat(down.cause()).isEqualTo(Health.Cause.SETTINGS));
        own.pay("1-7-1");
        own.live(1);
        assertThat(own.verdict()).isInstanceOf(Verdict.NotStarted.class);
    }

    @ParameterizedTest
    @EnumSource(Payer.class)
    void money_is_kept_once_or_given_back_and_told(Payer payer) {
        till.machine.payer(payer, till.bench.now());
        till.pay("1-7-1");
        till.live(300);
        till.assertMoneyIsRight(payer.name());
        boolean sells = payer == Payer.PAYS || payer == Payer.PAYS_TWICE;
        assertThat(till.verdict() instanceof Verdict.Approved).isEqualTo(sells);
        assertThat(till.verdict() instanceof Verdict.Declined).isEqualTo(payer == Payer.IS_REFUSED);
        boolean tooMuch = payer == Payer.PAYS_LATE || payer == Payer.PAYS_TWICE || payer == Payer.PAYS_WRONG_AMOUNT;
        assertThat(till.all(TerminalEvent.GivenBack.class)).hasSize(tooMuch ? 1 : 0);
        till.told.clear();
        till.sold = till.machine.keptMinor(till.bench.now());
        till.machine.payer(Payer.PAYS, till.bench.now());
        till.pay("1-7-2");
        till.live(10);
        assertThat(till.verdict()).isInstanceOf(Verdict.Approved.class);
    }

    static Stream<Arguments> everythingThatCanHappen() {
        return Stream.of(Payer.values())
                .flatMap(payer -> Stream.of(GatewayTrouble.values())
                        .flatMap(trouble -> IntStream.range(1, 8).mapToObj(at -> Arguments.of(payer, trouble, at))));
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanHappen")
    void one_request_fails(Payer payer, GatewayTrouble trouble, int at) {
        till.machine.troubleAt(at, trouble);
        till.machine.payer(payer, till.bench.now());
        till.pay("1-7-1");
        till.live(420);
        till.assertMoneyIsRight(payer + " " + trouble + " at " + at);
        assertThat(till.bench.device.health()).isInstanceOf(Health.Up.class);
    }

    static Stream<Arguments> everyLongTrouble() {
        return Stream.of(Payer.values())
                .flatMap(payer -> Stream.of(GatewayTrouble.values())
                        .flatMap(trouble -> Stream.of(0, 3, 100)
                                .flatMap(from ->
                                        Stream.of(10, 250).map(lasts -> Arguments.of(payer, trouble, from, lasts)))));
    }

    @ParameterizedTest
    @MethodSource("everyLongTrouble")
    void trouble_that_lasts(Payer payer, GatewayTrouble trouble, int from, int lasts) {
        till.machine.payer(payer, till.bench.now());
        till.pay("1-7-1");
        till.live(from);
        till.machine.trouble(trouble);
        till.live(lasts);
        till.machine.heal();
        till.live(420);
        till.assertMoneyIsRight(payer + " " + trouble + " from " + from + " for " + lasts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop 1",
                "drop 400",
                "silent",
                "half",
                "garble",
                "duplicate",
                "flip 3",
                "late 700 ms",
                "late 9 s",
                "split 5 ms",
                "stale"
            })
    void faults_of_the_wire(String fault) {
        for (Payer payer : Payer.values()) {
            QrBench fresh = new QrBench();
            fresh.machine.payer(payer, fresh.bench.now());
            fresh.pay("1-7-1");
            fresh.live(3);
            fresh.bench.step("fault terminal " + fault);
            fresh.live(60);
            fresh.bench.step("heal terminal");
            fresh.live(420);
            fresh.assertMoneyIsRight(payer + " " + fault);
        }
    }

    @Test
    void a_restarted_lane_finds_its_payment_by_the_attempt_alone() {
        for (Payer payer : Payer.values()) {
            for (int seconds : new int[] {1, 4, 30, 200}) {
                QrBench fresh = new QrBench();
                fresh.machine.payer(payer, fresh.bench.now());
                fresh.pay("1-7-1");
                fresh.bench.advanceSeconds(seconds);
                fresh.bench.told();
                QrBench after = fresh.restarted();
                after.bench.device.enquire(new Enquiry("1-7-1", QrBench.PRICE, Optional.empty()));
                after.live(300);
                after.assertMoneyIsRight(payer + " restarted after " + seconds);
            }
        }
    }

    @Test
    void an_attempt_that_never_left_was_not_booked() {
        till.live(1);
        till.bench.device.enquire(new Enquiry("1-6-1", QrBench.PRICE, Optional.empty()));
        till.live(60);
        assertThat(till.all(TerminalEvent.Found.class))
                .singleElement()
                .satisfies(found -> assertThat(found.finding()).isEqualTo(new Finding.NotBooked()));
    }

    @Test
    void the_shopper_cancels_in_every_second() {
        for (Payer payer : Payer.values()) {
            for (int second = 0; second < 12; second++) {
                QrBench fresh = new QrBench();
                fresh.machine.payer(payer, fresh.bench.now());
                fresh.pay("1-7-1");
                fresh.live(second);
                fresh.bench.device.cancel("1-7-1");
                fresh.live(60);
                fresh.assertMoneyIsRight(payer + " cancelled after " + second);
            }
        }
    }

    @Test
    void silence_is_neither_paid_nor_refused() {
        till.pay("1-7-1");
        till.live(2);
        till.bench.step("card silent");
        till.live(190);
        assertThat(till.all(TerminalEvent.Result.class)).isEmpty();
        assertThat(till.all(TerminalEvent.InDoubt.class)).isEmpty();
        till.live(400);
        assertThat(till.all(TerminalEvent.InDoubt.class)).hasSize(1);
        assertThat(till.all(TerminalEvent.Found.class))
                .singleElement()
                .satisfies(found -> assertThat(found.finding()).isInstanceOf(Finding.Unknown.class));
        till.machine.heal();
        till.live(30);
        assertThat(till.all(TerminalEvent.Found.class))
                .last()
                .satisfies(found -> assertThat(found.finding()).isEqualTo(new Finding.NotBooked()));
    }

    @Test
    void while_in_doubt_nothing_new_is_paid() {
        till.pay("1-7-1");
        till.live(2);
        till.machine.trouble(GatewayTrouble.DEAF);
        till.live(250);
        till.told.clear();
        till.pay("1-7-2");
        till.live(2);
        assertThat(till.verdict()).isEqualTo(new Verdict.NotStarted("an earlier attempt is in doubt"));
    }

    @Test
    void a_refused_result_is_given_back_through_any_trouble() {
        for (GatewayTrouble trouble : GatewayTrouble.values()) {
            QrBench fresh = new QrBench();
            fresh.machine.payer(Payer.PAYS, fresh.bench.now());
            fresh.pay("1-7-1");
            fresh.bench.advanceSeconds(12);
            assertThat(fresh.bench.told()).hasAtLeastOneElementOfType(TerminalEvent.Result.class);
            fresh.machine.trouble(trouble);
            fresh.bench.device.refuseResult("1-7-1");
            fresh.live(40);
            fresh.machine.heal();
            fresh.live(60);
            assertThat(fresh.all(TerminalEvent.Found.class))
                    .as("%s: %s", trouble, fresh.told)
                    .singleElement()
                    .satisfies(found -> assertThat(found.finding()).isEqualTo(new Finding.WasReversed()));
            assertThat(fresh.machine.keptMinor(fresh.bench.now())).isZero();
        }
    }

    @Test
    void a_payment_is_reversed_by_its_bank_reference() {
        till.machine.payer(Payer.PAYS, till.bench.now());
        till.pay("1-7-1");
        till.live(12);
        String receipt = ((Verdict.Approved) till.verdict()).transaction().receiptNumber();
        till.bench.device.reverse(new ReversalRequest("1-7-1", "UTR-other", QrBench.PRICE));
        till.live(5);
        till.bench.device.reverse(new ReversalRequest("1-7-1", receipt, QrBench.PRICE));
        till.live(5);
        assertThat(till.all(TerminalEvent.Reversed.class))
                .extracting(TerminalEvent.Reversed::done)
                .containsExactly(false, true);
        assertThat(till.machine.keptMinor(till.bench.now())).isZero();
    }

    @Test
    void a_gateway_that_is_away_opens_nothing() {
        till.bench.step("card busy");
        till.pay("1-7-1");
        till.live(5);
        assertThat(till.verdict()).isInstanceOf(Verdict.NotStarted.class);
        assertThat(till.machine.payments()).isZero();
        till.bench.step("unplug terminal");
        till.live(60);
        assertThat(till.bench.device.health()).isInstanceOf(Health.Down.class);
        till.told.clear();
        till.pay("1-7-2");
        till.live(15);
        assertThat(till.verdict()).isInstanceOf(Verdict.NotStarted.class);
        till.bench.step("plug terminal");
        till.machine.heal();
        till.live(40);
        assertThat(till.bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void it_polls_every_two_seconds_and_asks_nothing_else() {
        till.pay("1-7-1");
        till.bench.advance(Duration.ofSeconds(21));
        long polls = till.machine.requests().stream()
                .filter(line -> line.startsWith("GET /payments/"))
                .count();
        assertThat(polls).isEqualTo(10);
    }
}
