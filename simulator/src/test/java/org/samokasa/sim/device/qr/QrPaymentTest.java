package org.samokasa.sim.device.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.protocol.qr.QrPayment.Outcome;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;

/** Payment rules, section 9: every way in which money comes or does not. */
class QrPaymentTest {
    private final SimulatedQrProvider bank = new SimulatedQrProvider();
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2031-11-06T13:10:00Z");
    private QrPayment payment;

    private void show(Payer payer) {
        bank.nextPayer(payer);
        payment = new QrPayment(2310, "EUR", now.plus(QrPayment.LIFETIME));
        assertThat(bank.create("K07000042", 2310, "EUR", payment.expires(), now))
                .isPresent();
    }

    /** Looks every two seconds, gives back what is to be given back. */
    private void run(int seconds) {
        for (int i = 0; i < seconds; i += 2) {
            now = now.plusSeconds(2);
            for (Outcome outcome : payment.look(bank.status("K07000042", now), now)) {
                told.add(outcome.getClass().getSimpleName());
                if (outcome instanceof Outcome.GiveBack back) {
                    bank.giveBack("K07000042", back.arrival().bankReference(), now);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PAYS,Paid,2310",
        "PAYS_TWICE,Paid GiveBack,2310",
        "PAYS_LATE,Expired GiveBack,0",
        "PAYS_WRONG_AMOUNT,GiveBack Expired,0",
        "IS_REFUSED,Refused,0",
        "NEVER_PAYS,Expired,0"
    })
    void money_is_kept_once_or_given_back(Payer payer, String outcomes, long kept) {
        show(payer);
        run(300);
        assertThat(String.join(" ", told)).isEqualTo(outcomes);
        assertThat(bank.keptMinor(now)).isEqualTo(kept);
        assertThat(payment.isOver()).isTrue();
    }

    @Test
    void silence_is_neither_paid_nor_expired() {
        show(Payer.PAYS);
        bank.silent(true);
        run(400);
        assertThat(told).isEmpty();
        assertThat(payment.isOver()).isFalse();
        bank.silent(false);
        run(2);
        assertThat(told).containsExactly("Paid");
    }

    @Test
    void money_after_a_cancelled_code_is_given_back() {
        show(Payer.PAYS);
        payment.cancel();
        bank.cancel("K07000042", now);
        run(20);
        assertThat(told).containsExactly("GiveBack");
        assertThat(bank.keptMinor(now)).isZero();
    }

    @Test
    void a_provider_that_is_away_opens_nothing() {
        bank.silent(true);
        assertThat(bank.create("K1", 1, "EUR", now, now)).isEmpty();
        bank.silent(false);
        assertThat(bank.status("K1", now)).isEmpty();
    }
}
