package org.samokasa.driver.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import jpos.JposConst;
import jpos.JposException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Finding;
import org.samokasa.devices.TerminalEvent.Verdict;

/** What takes money through JavaPOS: what is approved, what is in doubt, what is voided; codes of the sheet. */
@Timeout(120)
class JavaPosTerminalTest extends JavaPosBench {
    private CardTerminal terminal() throws InterruptedException {
        CardTerminal terminal = open("terminal", "LaneTerminal", CardTerminal.class);
        next(TerminalEvent.Ready.class);
        return terminal;
    }

    private static final CardTerminal.PaymentRequest TWELVE =
            new CardTerminal.PaymentRequest("a1", new Amount(1_234, "PLN"));

    @Test
    void pays_and_never_takes_over_a_card_number() throws Exception {
        FakeService service = FakeService.named("LaneTerminal")
                .property("SequenceNumber", 1)
                .property("AccountNumber", "4761739001010010")
                .property("CardCompanyID", "VISA")
                .property("ApprovalCode", "123456")
                .property("TransactionNumber", "77")
                .property("SlipNumber", "0042");
        CardTerminal terminal = terminal();
        terminal.pay(TWELVE);
        TerminalEvent.Result result = next(TerminalEvent.Result.class);
        assertThat(result.verdict()).isInstanceOfSatisfying(Verdict.Approved.class, approved -> {
            assertThat(approved.amount()).isEqualTo(new Amount(1_234, "PLN"));
            assertThat(approved.card().approvalCode()).isEqualTo("123456");
            assertThat(approved.card().maskedPan()).isEmpty();
            assertThat(approved.transaction().receiptNumber()).isEqualTo("0042");
        });
        assertThat(service.calls()).contains("authorizeSales[1, 123400, 0, 120000]");
        assertThat(service.calls()).doesNotContain("getAccountNumber");
        terminal.acceptResult("a1");
        assertThat(next(TerminalEvent.Finished.class).attempt()).isEqualTo("a1");
    }

    @Test
    void prepaid_value_pays_as_a_card_does() throws Exception {
        FakeService service = FakeService.named("LaneValue")
                // Only since then it has the calls of a terminal.
                .on("getDeviceServiceVersion", arguments -> 1_015_000)
                .property("SequenceNumber", 1)
                .property("CardCompanyID", "POINTS")
                .property("ApprovalCode", "9");
        CardTerminal terminal = open(
                "terminal",
                "LaneValue",
                Map.of("control", "electronic_value", "service", "points"),
                CardTerminal.class);
        next(TerminalEvent.Ready.class);
        terminal.pay(TWELVE);
        assertThat(next(TerminalEvent.Result.class).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Approved.class,
                        approved -> assertThat(approved.card().cardName()).isEqualTo("POINTS"));
        assertThat(service.calls())
                .containsSubsequence("setCurrentService[points]", "authorizeSales[1, 123400, 0, 120000]");
        terminal.acceptResult("a1");
        assertThat(next(TerminalEvent.Finished.class).attempt()).isEqualTo("a1");
    }

    @ParameterizedTest
    @CsvSource({
        "114,   1, Declined",
        "114, 201, Declined",
        "114,  90, NotStarted",
        "113,   0, NotStarted",
        "106,   0, NotStarted",
        "112,   0, InDoubt",
        "111,   0, InDoubt",
        "107,   0, InDoubt",
        "114,  91, InDoubt",
        "114,  92, InDoubt"
    })
    void what_may_have_moved_money_is_in_doubt(int code, int extended, String ending) throws Exception {
        FakeService.named("LaneTerminal").on("authorizeSales", arguments -> {
            throw FakeService.error(code, extended);
        });
        terminal().pay(TWELVE);
        TerminalEvent event = next(TerminalEvent.class);
        String told = event instanceof TerminalEvent.Result result
                ? result.verdict().getClass().getSimpleName()
                : event.getClass().getSimpleName();
        assertThat(told).isEqualTo(ending);
    }

    @Test
    void the_answer_to_another_payment_is_no_approval() throws Exception {
        FakeService.named("LaneTerminal").property("SequenceNumber", 9);
        CardTerminal terminal = terminal();
        terminal.pay(TWELVE);
        assertThat(next(TerminalEvent.InDoubt.class).why()).contains("sequence 9, not 1");
        terminal.enquire(new CardTerminal.Enquiry("a1", TWELVE.amount(), Optional.empty()));
        assertThat(next(TerminalEvent.Found.class).finding()).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void a_result_that_could_not_be_kept_is_voided() throws Exception {
        FakeService service = FakeService.named("LaneTerminal").property("SequenceNumber", 1);
        CardTerminal terminal = terminal();
        terminal.pay(TWELVE);
        next(TerminalEvent.Result.class);
        terminal.refuseResult("a1");
        next(TerminalEvent.Finished.class);
        assertThat(service.calls()).contains("authorizeVoid[1, 123400, 0, 120000]");
        service.on("authorizeVoid", arguments -> {
            throw new JposException(JposConst.JPOS_E_FAILURE, "of the test");
        });
        service.property("SequenceNumber", 2);
        terminal.pay(TWELVE);
        next(TerminalEvent.Result.class);
        terminal.refuseResult("a1");
        assertThat(next(TerminalEvent.InDoubt.class).why()).contains("could not be voided");
    }
}
