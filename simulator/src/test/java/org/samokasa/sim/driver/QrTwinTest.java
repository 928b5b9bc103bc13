package org.samokasa.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal.Enquiry;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.CardTerminal.ReversalRequest;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Health;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.protocol.qr.QrOptions;
import org.samokasa.protocol.qr.QrPayee;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.protocol.qr.QrSession;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.qr.GatewayTrouble;
import org.samokasa.sim.device.qr.QrGatewayMachine;
import org.samokasa.sim.device.qr.QrGatewayOperator;
import org.samokasa.sim.device.qr.SimulatedQrProvider;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;

/** The driver for codes on the screen against its twin, in virtual time: every payer with every way a request can fail. */
class QrTwinTest {
    private static final Amount PRICE = new Amount(2310, "EUR");
    private static final QrOptions OPTIONS = options("kiosk-7", "open-sesame", Optional.empty());

    private final QrGatewayMachine machine;
    private final TwinBench<CallingTerminal> bench;
    private final List<DeviceEvent> told = new ArrayList<>();
    /** What a lane would have sold and paid for, minor units. */
    private long sold;

    QrTwinTest() {
        this(OPTIONS, true);
    }

    private QrTwinTest(QrOptions options, boolean texts) {
        machine = new QrGatewayMachine("terminal", "open-sesame", texts, new SimulatedQrProvider());
        bench = new TwinBench<>(
                (name, link) -> new CallingTerminal(name, List.of(link), new QrSession(options)),
                MachineUnit.of("qr-gateway", machine, new QrGatewayOperator(machine)));
    }

    private static QrOptions options(String till, String token, Optional<QrPayee> payee) {
        return new QrOptions(till, token, "gateway", "EUR", QrPayment.LIFETIME, payee);
    }

    /** As a lane: accepts what is approved, asks what is in doubt. */
    private void live(long seconds) {
        for (long i = 0; i < seconds; i++) {
            bench.advanceSeconds(1);
            for (DeviceEvent event : bench.told()) {
                told.add(event);
                if (event instanceof TerminalEvent.Result result
                        && result.verdict() instanceof Verdict.Approved approved) {
                    sold += approved.amount().minor();
                    bench.device.acceptResult(result.attempt());
                } else if (event instanceof TerminalEvent.InDoubt doubt) {
                    bench.device.enquire(new Enquiry(doubt.attempt(), PRICE, Optional.empty()));
                } else if (event instanceof TerminalEvent.Found found && found.finding() instanceof Finding.Paid paid) {
                    sold += paid.amount().minor();
                }
            }
        }
    }

    private void pay(String attempt) {
        bench.device.pay(new PaymentRequest(attempt, PRICE));
    }

    private <E extends TerminalEvent> List<E> all(Class<E> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Verdict verdict() {
        assertThat(all(TerminalEvent.Result.class)).as("%s", told).hasSize(1);
        return all(TerminalEvent.Result.class).get(0).verdict();
    }

    private void assertMoneyIsRight(String as) {
        assertThat(machine.keptMinor(bench.now())).as(as + ": %s", told).isEqualTo(sold);
        long ends = all(TerminalEvent.Result.class).size()
                + all(TerminalEvent.Found.class).stream()
                        .filter(found -> !(found.finding() instanceof Finding.Unknown))
                        .count();
        assertThat(ends).as(as + ": %s", told).isEqualTo(1);
    }

    @Test
    void a_code_is_shown_and_its_money_pays() {
        machine.payer(Payer.PAYS, bench.now());
        pay("1-7-1");
        live(2);
        assertThat(all(TerminalEvent.CodeShown.class)).singleElement().satisfies(shown -> {
            assertThat(shown.text()).startsWith("SIM*").endsWith("*2310*EUR");
            assertThat(shown.validFor()).isEqualTo(QrPayment.LIFETIME);
        });
        live(10);
        Verdict.Approved approved = (Verdict.Approved) verdict();
        assertThat(approved.amount()).isEqualTo(PRICE);
        assertThat(approved.transaction().receiptNumber()).startsWith("UTR-");
        assertThat(all(TerminalEvent.Finished.class)).hasSize(1);
        assertMoneyIsRight("paid");
    }

    @Test
    void the_till_makes_the_text_when_the_gateway_does_not() {
        QrPayee payee =
                new QrPayee(QrPayee.Scheme.EPC, "DE75512108001245126199", "Musterladen GmbH", "", "5411", "", "");
        QrTwinTest own = new QrTwinTest(options("kiosk-7", "open-sesame", Optional.of(payee)), false);
        own.pay("1-7-1");
        own.live(2);
        assertThat(own.all(TerminalEvent.CodeShown.class).get(0).text())
                .startsWith("BCD\n002\n1\nSCT\n\nMusterladen GmbH\nDE75512108001245126199\nEUR23.10\n");
    }

    @Test
    void without_any_text_the_payment_does_not_begin() {
        QrTwinTest own = new QrTwinTest(OPTIONS, false);
        own.pay("1-7-1");
        own.live(5);
        assertThat(own.verdict()).isInstanceOf(Verdict.NotStarted.class);
        assertThat(own.machine.isShown()).isFalse();
    }

    @Test
    void a_wrong_token_is_a_matter_of_settings() {
        QrTwinTest own = new QrTwinTest(options("kiosk-7", "wrong", Optional.empty()), true);
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
        machine.payer(payer, bench.now());
        pay("1-7-1");
        live(300);
        assertMoneyIsRight(payer.name());
        boolean sells = payer == Payer.PAYS || payer == Payer.PAYS_TWICE;
        assertThat(verdict() instanceof Verdict.Approved).isEqualTo(sells);
        assertThat(verdict() instanceof Verdict.Declined).isEqualTo(payer == Payer.IS_REFUSED);
        boolean tooMuch = payer == Payer.PAYS_LATE || payer == Payer.PAYS_TWICE || payer == Payer.PAYS_WRONG_AMOUNT;
        assertThat(all(TerminalEvent.GivenBack.class)).hasSize(tooMuch ? 1 : 0);
        told.clear();
        sold = machine.keptMinor(bench.now());
        machine.payer(Payer.PAYS, bench.now());
        pay("1-7-2");
        live(10);
        assertThat(verdict()).isInstanceOf(Verdict.Approved.class);
    }

    static Stream<Arguments> everythingThatCanHappen() {
        return Stream.of(Payer.values())
                .flatMap(payer -> Stream.of(GatewayTrouble.values())
                        .flatMap(trouble -> IntStream.range(1, 8).mapToObj(at -> Arguments.of(payer, trouble, at))));
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanHappen")
    void one_request_fails(Payer payer, GatewayTrouble trouble, int at) {
        machine.troubleAt(at, trouble);
        machine.payer(payer, bench.now());
        pay("1-7-1");
        live(420);
        assertMoneyIsRight(payer + " " + trouble + " at " + at);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    static Stream<Arguments> everyLongTrouble() {
        return Stream.of(Payer.values())
                .flatMap(payer -> Stream.of(GatewayTrouble.values())
                        .flatMap(trouble -> Stream.of(0, 3, 6, 100)
                                .flatMap(from ->
                                        Stream.of(10, 250).map(lasts -> Arguments.of(payer, trouble, from, lasts)))));
    }

    @ParameterizedTest
    @MethodSource("everyLongTrouble")
    void trouble_that_lasts(Payer payer, GatewayTrouble trouble, int from, int lasts) {
        machine.payer(payer, bench.now());
        pay("1-7-1");
        live(from);
        machine.trouble(trouble);
        live(lasts);
        machine.heal();
        live(420);
        assertMoneyIsRight(payer + " " + trouble + " from " + from + " for " + lasts);
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
            QrTwinTest fresh = new QrTwinTest();
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
                QrTwinTest fresh = new QrTwinTest();
                fresh.machine.payer(payer, fresh.bench.now());
                fresh.pay("1-7-1");
                fresh.bench.advanceSeconds(seconds);
                fresh.bench.told();
                QrTwinTest after = fresh.restarted();
                after.bench.device.enquire(new Enquiry("1-7-1", PRICE, Optional.empty()));
                after.live(300);
                after.assertMoneyIsRight(payer + " restarted after " + seconds);
            }
        }
    }

    /** The same gateway, a fresh driver that knows nothing. */
    private QrTwinTest restarted() {
        return new QrTwinTest(machine, bench.now());
    }

    private QrTwinTest(QrGatewayMachine machine, java.time.Instant now) {
        this.machine = machine;
        bench = new TwinBench<>(
                now,
                (name, link) -> new CallingTerminal(name, List.of(link), new QrSession(OPTIONS)),
                MachineUnit.of("qr-gateway", machine, new QrGatewayOperator(machine)));
    }

    @Test
    void an_attempt_that_never_left_was_not_booked() {
        live(1);
        bench.device.enquire(new Enquiry("1-6-1", PRICE, Optional.empty()));
        live(60);
        assertThat(all(TerminalEvent.Found.class))
                .singleElement()
                .satisfies(found -> assertThat(found.finding()).isEqualTo(new Finding.NotBooked()));
    }

    @Test
    void the_shopper_cancels_in_every_second() {
        for (Payer payer : Payer.values()) {
            for (int second = 0; second < 12; second++) {
                QrTwinTest fresh = new QrTwinTest();
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
        pay("1-7-1");
        live(2);
        bench.step("card silent");
        live(190);
        assertThat(all(TerminalEvent.Result.class)).isEmpty();
        assertThat(all(TerminalEvent.InDoubt.class)).isEmpty();
        live(400);
        assertThat(all(TerminalEvent.InDoubt.class)).hasSize(1);
        assertThat(all(TerminalEvent.Found.class))
                .singleElement()
                .satisfies(found -> assertThat(found.finding()).isInstanceOf(Finding.Unknown.class));
        machine.heal();
        live(30);
        assertThat(all(TerminalEvent.Found.class))
                .last()
                .satisfies(found -> assertThat(found.finding()).isEqualTo(new Finding.NotBooked()));
    }

    @Test
    void while_in_doubt_nothing_new_is_paid() {
        pay("1-7-1");
        live(2);
        machine.trouble(GatewayTrouble.DEAF);
        live(250);
        told.clear();
        pay("1-7-2");
        live(2);
        assertThat(verdict()).isEqualTo(new Verdict.NotStarted("an earlier attempt is in doubt"));
    }

    @Test
    void a_refused_result_is_given_back_through_any_trouble() {
        for (GatewayTrouble trouble : GatewayTrouble.values()) {
            QrTwinTest fresh = new QrTwinTest();
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
        machine.payer(Payer.PAYS, bench.now());
        pay("1-7-1");
        live(12);
        String receipt = ((Verdict.Approved) verdict()).transaction().receiptNumber();
        bench.device.reverse(new ReversalRequest("1-7-1", "UTR-other", PRICE));
        live(5);
        bench.device.reverse(new ReversalRequest("1-7-1", receipt, PRICE));
        live(5);
        assertThat(all(TerminalEvent.Reversed.class))
                .extracting(TerminalEvent.Reversed::done)
                .containsExactly(false, true);
        assertThat(machine.keptMinor(bench.now())).isZero();
    }

    @Test
    void a_gateway_that_is_away_opens_nothing() {
        bench.step("card busy");
        pay("1-7-1");
        live(5);
        assertThat(verdict()).isInstanceOf(Verdict.NotStarted.class);
        assertThat(machine.payments()).isZero();
        bench.step("unplug terminal");
        live(60);
        assertThat(bench.device.health()).isInstanceOf(Health.Down.class);
        told.clear();
        pay("1-7-2");
        live(15);
        assertThat(verdict()).isInstanceOf(Verdict.NotStarted.class);
        bench.step("plug terminal");
        machine.heal();
        live(40);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void it_polls_every_two_seconds_and_asks_nothing_else() {
        pay("1-7-1");
        bench.advance(Duration.ofSeconds(21));
        long polls = machine.requests().stream()
                .filter(line -> line.startsWith("GET /payments/"))
                .count();
        assertThat(polls).isEqualTo(10);
    }
}
