package org.samokasa.protocol.nexo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.nexo.NexoAnswers.Outcome;
import org.samokasa.protocol.payment.Currencies;
import org.samokasa.protocol.payment.PaymentNotice.SlipLine;

/** Vectors: the sheet on nexo, sections 4, 5.2 and 8. */
class NexoAnswersTest {
    private static final String APPROVED = """
            {"Response": {"Result": "Success", "AdditionalResponse": "authCode=710426&pspReference=DEMO000000000042"},
             "POIData": {"POITransactionID": {"TransactionID": "demo001700000042001.DEMO000000000042",
               "TimeStamp": "2031-11-06T14:10:37.000Z"}, "POIReconciliationID": "1000"},
             "PaymentResult": {"PaymentType": "Normal",
               "PaymentInstrumentData": {"PaymentInstrumentType": "Card", "CardData": {"PaymentBrand": "mc",
                 "MaskedPan": "999999 **** 6104", "EntryMode": ["Contactless"]}},
               "AmountsResp": {"Currency": "EUR", "AuthorizedAmount": 23.1},
               "OnlineFlag": true, "AuthenticationMethod": ["Bypass"],
               "PaymentAcquirerData": {"ApprovalCode": "710426",
                 "AcquirerTransactionID": {"TransactionID": "DEMO000000000042"}}},
             "PaymentReceipt": [{"DocumentQualifier": "CustomerReceipt", "RequiredSignatureFlag": false,
               "OutputContent": {"OutputFormat": "Text", "OutputText": [
                 {"Text": "key=header1", "EndOfLineFlag": true},
                 {"Text": "name=CARDHOLDER%20RECEIPT&key=cardholderHeader", "CharacterStyle": "Bold"},
                 {"Text": "name=Date&value=06%2f11%2f2031&key=txdate", "EndOfLineFlag": true},
                 {"Text": "name=TO&key=a", "EndOfLineFlag": false},
                 {"Text": "name=TAL&value=%e2%82%ac%c2%a023.10&key=totalAmount", "EndOfLineFlag": true}]}}]}
            """;

    private static JsonTree json(String text) throws JsonException {
        return JsonTree.parse(text);
    }

    private static Outcome outcome(String text) throws JsonException {
        return NexoAnswers.payment(json(text), "P400Plus-900000017");
    }

    @Test
    void an_approval_is_read_whole() throws Exception {
        Outcome.Paid paid = (Outcome.Paid) outcome(APPROVED);
        assertThat(paid.settlement().minor()).isEqualTo(2310);
        assertThat(paid.settlement().currency()).isEqualTo("EUR");
        assertThat(paid.settlement().transaction().receipt())
                .isEqualTo("demo001700000042001.DEMO000000000042@2031-11-06T14:10:37.000Z");
        assertThat(paid.settlement().transaction().date()).isEqualTo("1106");
        assertThat(paid.settlement().transaction().time()).isEqualTo("141037");
        assertThat(paid.settlement().card().maskedPan()).isEqualTo("999999****6104");
        assertThat(paid.settlement().card().entryMode()).isEqualTo("CONTACTLESS");
        assertThat(paid.settlement().card().cardholderCheck()).isEqualTo("NONE");
    }

    @Test
    void slips_keep_order_wording_and_style() throws Exception {
        assertThat(NexoAnswers.slips(json(APPROVED)).get(0).lines())
                .containsExactly(
                        new SlipLine("", "", false),
                        new SlipLine("CARDHOLDER RECEIPT", "", true),
                        new SlipLine("Date", "06/11/2031", false),
                        new SlipLine("TOTAL", "€\u00a023.10", false));
    }

    @Test
    void single_values_and_lists_are_the_same() throws Exception {
        Outcome.Paid paid = (Outcome.Paid)
                outcome(APPROVED.replace("[\"Contactless\"]", "\"ICC\"").replace("[\"Bypass\"]", "\"OnlinePIN\""));
        assertThat(paid.settlement().card().entryMode()).isEqualTo("CHIP");
        assertThat(paid.settlement().card().cardholderCheck()).isEqualTo("PIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"PaperSignature\"]", "[\"OnlinePIN\",\"SignatureCapture\"]"})
    void a_signature_is_told_as_one(String method) throws Exception {
        Outcome.Paid paid = (Outcome.Paid) outcome(APPROVED.replace("[\"Bypass\"]", method));
        assertThat(paid.settlement().card().cardholderCheck()).isEqualTo("SIGNATURE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"AuthorizedAmount\": 23.1|\"AuthorizedAmount\": \"23.1\"",
                "\"AuthorizedAmount\": 23.1|\"AuthorizedAmount\": 23.105",
                "\"AuthorizedAmount\": 23.1|\"AuthorizedAmount\": -23.1",
                "\"AuthorizedAmount\": 23.1|\"AuthorizedAmount\": null",
                "\"AuthorizedAmount\": 23.1|\"AuthorizedAmount\": 1e30",
                "\"Currency\": \"EUR\"|\"Currency\": \"Eur\"",
                "\"Result\": \"Success\"|\"Result\": \"success\"",
                "\"TransactionID\": \"demo001700000042001.DEMO000000000042\"|\"TransactionID\": null"
            })
    void what_cannot_be_read_is_neither_paid_nor_not_paid(String change) throws Exception {
        String[] parts = change.split("\\|");
        assertThat(APPROVED).contains(parts[0]);
        assertThat(outcome(APPROVED.replace(parts[0], parts[1]))).isInstanceOf(Outcome.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Refusal,Declined",
        "InvalidCard,Declined",
        "WrongPIN,Declined",
        "PaymentRestriction,Declined",
        "Cancel,Stopped",
        "Aborted,Stopped",
        "Busy,NotStarted",
        "NotAllowed,NotStarted",
        "DeviceOut,NotStarted",
        "LoggedOut,NotStarted",
        "MessageFormat,NotStarted",
        "UnreachableHost,Unclear",
        "InProgress,Unclear",
        "Communication timeout,Unclear"
    })
    void each_condition_has_its_outcome(String condition, String outcome) throws Exception {
        String text = "{\"Response\":{\"Result\":\"Failure\",\"ErrorCondition\":\"" + condition + "\"}}";
        assertThat(outcome(text).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void reasons_come_as_a_form_or_as_base64_of_json() throws Exception {
        String form = "{\"Response\":{\"AdditionalResponse\":\"refusalReason=214%20Declined+online\"}}";
        assertThat(NexoAnswers.reason(json(form))).isEqualTo("214 Declined online");
        // {"refusalReason":"no"}
        String base64 = "{\"Response\":{\"AdditionalResponse\":\"eyJyZWZ1c2FsUmVhc29uIjoibm8ifQ==\"}}";
        assertThat(NexoAnswers.reason(json(base64))).isEqualTo("no");
        String pan = "{\"Response\":{\"AdditionalResponse\":\"message=card%204111111111111111\"}}";
        assertThat(NexoAnswers.reason(json(pan))).isEqualTo("card 411111******1111");
    }

    @Test
    void money_goes_both_ways_without_floating() {
        assertThat(Currencies.major(2310, "EUR").orElseThrow().toPlainString()).isEqualTo("23.10");
        assertThat(Currencies.major(2310, "JPY").orElseThrow().toPlainString()).isEqualTo("2310");
        assertThat(Currencies.major(2310, "QQQ")).isEmpty();
        assertThat(Currencies.numeric("EUR")).contains("978");
    }

    @Test
    void ids_of_money_can_be_found_again_and_never_meet_questions() {
        ServiceIds ids = new ServiceIds("KIOSK07");
        String pay = ids.ofMoney("pay", "1-7-1");
        assertThat(pay).matches("[A-Z][A-Z0-9]{9}").isEqualTo(new ServiceIds("KIOSK07").ofMoney("pay", "1-7-1"));
        assertThat(ids.ofMoney("reverse", "1-7-1")).isNotEqualTo(pay);
        assertThat(new ServiceIds("KIOSK08").ofMoney("pay", "1-7-1")).isNotEqualTo(pay);
        Set<String> seen = new HashSet<>();
        Instant now = Instant.parse("2031-11-06T14:10:00Z");
        for (int i = 0; i < 100; i++) {
            String question = ids.ofQuestion(now);
            assertThat(question).matches("0[A-Z0-9]{9}");
            assertThat(seen.add(question)).isTrue();
            assertThat(seen.add(ids.ofMoney("pay", "1-" + i + "-1"))).isTrue();
        }
    }
}
