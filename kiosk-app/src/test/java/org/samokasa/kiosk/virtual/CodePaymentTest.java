package org.samokasa.kiosk.virtual;

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
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.sim.device.qr.GatewayTrouble;
import org.samokasa.sim.device.qr.QrGatewayMachine;
import org.samokasa.sim.device.qr.SimulatedQrProvider;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScenarioRunner;

/**
 * A whole lane that is paid by codes: whatever payers, gateway and power do, the shop keeps exactly the money of what it has
 * sold (payment rules, sections 3 and 9).
 */
class CodePaymentTest {
    private static final long TOTAL_MINOR = 349;

    /** More facts than such a payment writes, from the pay button to the thank-you. */
    private static final int WRITES = 8;

    private final QrGatewayMachine gateway = new QrGatewayMachine("terminal", "", true, new SimulatedQrProvider());
    private final VirtualLane lane = new VirtualLane(7, gateway);

    private void play(String script) {
        new ScenarioRunner(lane, Duration.ofSeconds(20)).run(Scenario.parse(script));
    }

    private void touchPay(Payer payer) {
        play("scan MILK | SHOPPING 1 lines\nbag 1030 g\nwait 3 s | problem none");
        gateway.payer(payer, lane.now());
        play("touch pay");
    }

    private Optional<Readings.TerminalPrompt> code() {
        return lane.readings().prompt().filter(prompt -> prompt.kind().equals(Readings.TerminalPrompt.SHOW_CODE));
    }

    private void moneyAndSaleAgree() {
        Optional<Sale> sale = lane.lane().sale();
        boolean paid = sale.isEmpty() || sale.get().isPaid();
        assertThat(gateway.keptMinor(lane.now())).as("%s", lane.journal()).isEqualTo(paid ? TOTAL_MINOR : 0);
        if (!paid) {
            assertThat(sale.get().payment().map(CardPayment::state))
                    .as("%s", lane.journal())
                    .isIn(Optional.empty(), Optional.of(CardPayment.State.REFUSED));
        }
    }

    @Test
    void a_sale_from_scan_to_receipt() {
        touchPay(Payer.PAYS);
        lane.waitFor(Duration.ofSeconds(1));
        assertThat(code()).hasValueSatisfying(prompt -> {
            assertThat(prompt.text()).startsWith("SIM*");
            Readings.Span span = prompt.valid().orElseThrow();
            assertThat(Duration.between(span.from(), span.until())).isEqualTo(Duration.ofSeconds(180));
        });
        play("wait 10 s | RECEIPT paid");
        assertThat(code()).isEmpty();
        play("touch receipt\nwait 5 s");
        assertThat(lane.journal()).anyMatch(fact -> fact.contains("ReceiptPrinted"));
        moneyAndSaleAgree();
    }

    @ParameterizedTest
    @EnumSource(Payer.class)
    void every_payer(Payer payer) {
        touchPay(payer);
        lane.waitFor(Duration.ofSeconds(300));
        moneyAndSaleAgree();
        boolean back = payer == Payer.PAYS_LATE || payer == Payer.PAYS_TWICE || payer == Payer.PAYS_WRONG_AMOUNT;
        assertThat(lane.journal().stream().filter(fact -> fact.contains("\"MoneyReturned\"")))
                .hasSize(back ? 1 : 0);
    }

    @Test
    void a_shopper_who_cancels_goes_back_to_the_basket() {
        touchPay(Payer.NEVER_PAYS);
        play("wait 3 s\ntouch cancel\nwait 5 s\ntouch back | SHOPPING 1 lines");
        moneyAndSaleAgree();
    }

    static Stream<Arguments> powerCuts() {
        return Stream.of(Payer.PAYS, Payer.PAYS_TWICE, Payer.PAYS_LATE, Payer.NEVER_PAYS)
                .flatMap(payer -> Stream.of(true, false)
                        .flatMap(kept ->
                                IntStream.range(0, WRITES).mapToObj(write -> Arguments.of(payer, kept, write))));
    }

    @ParameterizedTest(name = "{0}, written {1}, power cut at write {2}")
    @MethodSource("powerCuts")
    void the_power_may_go_at_every_write(Payer payer, boolean kept, int write) {
        play("scan MILK | SHOPPING 1 lines\nbag 1030 g\nwait 3 s | problem none");
        gateway.payer(payer, lane.now());
        lane.cutPowerAt(lane.facts() + write, kept);
        play("touch pay");
        lane.waitFor(Duration.ofSeconds(300));
        lane.cutPowerAt(Integer.MAX_VALUE, true);
        moneyAndSaleAgree();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(Payer.PAYS, Payer.PAYS_TWICE)
                .flatMap(payer -> Stream.of(GatewayTrouble.values())
                        .flatMap(
                                trouble -> Stream.of(0, 1, 2, 3, 5).map(after -> Arguments.of(payer, trouble, after))));
    }

    @ParameterizedTest(name = "{0}, {1} at request {2} and the lane restarted")
    @MethodSource("troubles")
    void gateway_and_lane_may_fail_together(Payer payer, GatewayTrouble trouble, int after) {
        gateway.troubleAt(gateway.requests().size() + after, trouble);
        touchPay(payer);
        lane.waitFor(Duration.ofSeconds(6));
        play("restart lane");
        lane.waitFor(Duration.ofSeconds(300));
        moneyAndSaleAgree();
    }

    @Test
    void a_silent_gateway_brings_a_human_and_its_answer_ends_the_doubt() {
        touchPay(Payer.PAYS);
        lane.waitFor(Duration.ofSeconds(2));
        gateway.trouble(GatewayTrouble.SILENT);
        lane.waitFor(Duration.ofSeconds(260));
        assertThat(lane.lane().phase()).isEqualTo(Phase.PAYING);
        assertThat(lane.lane().sale().orElseThrow().payment().orElseThrow().state())
                .isEqualTo(CardPayment.State.IN_DOUBT);
        assertThat(lane.lane().help()).isPresent();
        gateway.heal();
        lane.waitFor(Duration.ofSeconds(20));
        moneyAndSaleAgree();
        assertThat(gateway.keptMinor(lane.now())).isEqualTo(TOTAL_MINOR);
    }
}
