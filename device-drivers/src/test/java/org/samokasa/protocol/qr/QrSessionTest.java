package org.samokasa.protocol.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.protocol.payment.CallStep;
import org.samokasa.protocol.payment.PaymentNotice;

/** The session by its bytes: answers cut anywhere, every flipped bit, documents that contradict themselves. */
class QrSessionTest {
    private static final String ATTEMPT = "4-17-1";
    private static final String REFERENCE = QrReference.of("kiosk-4", ATTEMPT);

    private final QrSession session = new QrSession(
            new QrOptions("kiosk-4", "open-sesame", "gateway:8080", "EUR", QrPayment.LIFETIME, Optional.empty()));
    private final List<PaymentNotice> told = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private Instant now = Instant.parse("2031-11-06T13:10:00Z");

    private void does(List<CallStep> steps) {
        for (CallStep step : steps) {
            if (step instanceof CallStep.Tell tell) {
                told.add(tell.notice());
            } else if (step instanceof CallStep.Dial) {
                does(session.onOpened(QrCall.LINE, now));
            } else if (step instanceof CallStep.Send send) {
                sent.add(send.bytes().toText(StandardCharsets.UTF_8));
            }
        }
    }

    private void answer(Bytes... pieces) {
        for (Bytes piece : pieces) {
            does(session.onReceived(QrCall.LINE, piece, now));
        }
    }

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
        does(session.poll(now));
    }

    private QrSessionTest ready() {
        does(session.poll(now));
        answer(HttpMessage.response(200, "{\"payments\":[]}"));
        return this;
    }

    private QrSessionTest shown() {
        ready();
        does(session.pay(ATTEMPT, 2310, "EUR", now));
        answer(response(document("OPEN", "")));
        assertThat(told).last().isEqualTo(new PaymentNotice.CodeShown(ATTEMPT, "PAY ME", Duration.ofSeconds(180)));
        later(2);
        return this;
    }

    private static String document(String state, String more) {
        return "{\"reference\":\"" + REFERENCE
                + "\",\"attempt\":\"4-17-1\",\"minor\":2310,\"currency\":\"EUR\",\"state\":\""
                + state + "\",\"text\":\"PAY ME\",\"secondsLeft\":180,\"expires\":\"2031-11-06T13:13:00Z\"," + more
                + "\"arrivals\":[" + (state.equals("OPEN") ? "" : arrival("UTR-1", 2310)) + "]}";
    }

    private static String arrival(String id, long minor) {
        return "{\"id\":\"" + id + "\",\"minor\":" + minor
                + ",\"currency\":\"EUR\",\"at\":\"2031-11-06T13:10:05Z\",\"givenBack\":false}";
    }

    private static String paid() {
        return document("PAID", "\"paidBy\":\"UTR-1\",");
    }

    private static Bytes response(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HttpMessage.response(json, "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private <N extends PaymentNotice> Stream<N> all(Class<N> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void requests_as_the_document_shows_them() {
        shown();
        assertThat(sent.get(1))
                .isEqualTo("PUT /payments/" + REFERENCE + " HTTP/1.1\r\nHost: gateway:8080\r\n"
                        + "Authorization: Bearer open-sesame\r\nContent-Type: application/json; charset=utf-8\r\n"
                        + "Content-Length: 111\r\nConnection: close\r\n\r\n"
                        + "{\"till\":\"kiosk-4\",\"attempt\":\"4-17-1\",\"minor\":2310,\"currency\":\"EUR\",\"lifetimeSeconds\":180,"
                        + "\"symbol\":\"" + QrReference.symbol(REFERENCE) + "\"}");
        assertThat(sent.get(0)).startsWith("GET /payments?till=kiosk-4&owed=true HTTP/1.1\r\n");
        assertThat(sent.get(2)).startsWith("GET /payments/" + REFERENCE + " HTTP/1.1\r\n");
    }

    @Test
    void a_reference_is_the_same_after_a_restart_and_fits_every_scheme() {
        assertThat(QrReference.of("kiosk-4", "4-17-1")).isEqualTo(REFERENCE).matches("[A-Z][A-Z0-9]{19}");
        assertThat(QrReference.of("kiosk-4", "4-17-2")).isNotEqualTo(REFERENCE);
        assertThat(QrReference.of("kiosk-5", "4-17-1")).isNotEqualTo(REFERENCE);
        assertThat(QrReference.symbol(REFERENCE)).matches("[0-9]{10}");
    }

    @Test
    void an_answer_may_come_in_any_pieces() {
        Bytes whole = response(paid());
        for (int cut = 0; cut <= whole.size(); cut++) {
            QrSessionTest fresh = new QrSessionTest().shown();
            fresh.answer(whole.slice(0, cut), whole.slice(cut, whole.size()));
            assertThat(fresh.all(PaymentNotice.Approved.class))
                    .as("cut at %d", cut)
                    .hasSize(1);
        }
    }

    @Test
    void an_answer_that_breaks_off_proves_nothing() {
        Bytes whole = response(paid());
        for (int cut = 0; cut < whole.size(); cut++) {
            QrSessionTest fresh = new QrSessionTest().shown();
            fresh.answer(whole.slice(0, cut));
            fresh.does(fresh.session.onLost(QrCall.LINE, "cut", fresh.now));
            assertThat(fresh.all(PaymentNotice.Approved.class))
                    .as("cut at %d", cut)
                    .isEmpty();
            fresh.assertGoesOn("cut at " + cut);
        }
    }

    /** Neither paid nor refused: the next right answer settles it. */
    private void assertGoesOn(String as) {
        assertThat(all(PaymentNotice.Cancelled.class)).as(as).isEmpty();
        assertThat(all(PaymentNotice.Declined.class)).as(as).isEmpty();
        assertThat(all(PaymentNotice.InDoubt.class)).as(as).isEmpty();
        later(2);
        answer(response(paid()));
        assertThat(all(PaymentNotice.Approved.class)).as(as).hasSize(1);
    }

    @Test
    void no_flipped_bit_makes_another_payment_of_it() {
        for (Bytes flipped : Split.flipped(response(paid()))) {
            String text = flipped.toText(StandardCharsets.ISO_8859_1);
            QrSessionTest fresh = new QrSessionTest().shown();
            fresh.answer(flipped);
            fresh.does(fresh.session.onLost(QrCall.LINE, "closed", fresh.now));
            if (fresh.all(PaymentNotice.Approved.class).findAny().isPresent()) {
                assertThat(text).as("only a head may differ").endsWith(paid());
            } else {
                fresh.assertGoesOn(text);
            }
            assertThat(fresh.sent).as(text).noneMatch(request -> request.contains("/refunds/"));
        }
    }

    @Test
    void no_flipped_bit_ends_a_payment_that_is_open() {
        for (Bytes flipped : Split.flipped(response(document("OPEN", "")))) {
            QrSessionTest fresh = new QrSessionTest().shown();
            fresh.answer(flipped);
            fresh.does(fresh.session.onLost(QrCall.LINE, "closed", fresh.now));
            fresh.assertGoesOn(flipped.toText(StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"paidBy\":\"UTR-1\" | \"paidBy\":\"UTR-2\"",
                "\"paidBy\":\"UTR-1\", | ''",
                "\"state\":\"PAID\" | \"state\":\"OPEN\"",
                "\"state\":\"PAID\" | \"state\":\"DONE\"",
                "\"minor\":2310,\"currency\":\"EUR\",\"at\" | \"minor\":2309,\"currency\":\"EUR\",\"at\"",
                "\"minor\":2310,\"currency\":\"EUR\",\"at\" | \"minor\":2310,\"currency\":\"USD\",\"at\"",
                "13:10:05Z | 13:13:01Z",
                "\"minor\":2310,\"currency\":\"EUR\",\"state\" | \"minor\":2311,\"currency\":\"EUR\",\"state\"",
                "\"minor\":2310 | \"minor\":23.10",
                "\"attempt\":\"4-17-1\" | \"attempt\":\"4-17-2\"",
                "\"givenBack\":false | \"givenBack\":0",
                "\"arrivals\":[ | \"arrivals\":[7,",
                "\"arrivals\" | \"money\"",
                "\"secondsLeft\":180 | \"secondsLeft\":-1",
                "\"expires\":\"2031-11-06T13:13:00Z\" | \"expires\":\"soon\""
            })
    void a_document_that_contradicts_itself_is_none(String from, String to) {
        shown();
        assertThat(paid()).contains(from);
        answer(response(paid().replace(from, to)));
        assertThat(all(PaymentNotice.Approved.class)).isEmpty();
        assertGoesOn(to);
    }

    @Test
    void the_same_money_named_twice_is_refused() {
        assertThatThrownBy(() ->
                        QrDocument.read(JsonTree.parse(paid().replace("}]}", "}," + arrival("UTR-1", 1) + "]}"))))
                .hasMessageContaining("comes twice");
    }

    @Test
    void right_money_of_an_open_payment_is_not_sent_back() throws Exception {
        String racing =
                document("OPEN", "").replace("[]", "[" + arrival("UTR-1", 2310) + "," + arrival("UTR-2", 2309) + "]");
        assertThat(QrDocument.read(JsonTree.parse(racing)).owed())
                .extracting(QrDocument.Arrival::id)
                .containsExactly("UTR-2");
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "409", "422", "503"})
    void a_gateway_that_will_not_begins_nothing(int status) {
        ready();
        does(session.pay(ATTEMPT, 2310, "EUR", now));
        answer(HttpMessage.response(status, ""));
        assertThat(all(PaymentNotice.NotStarted.class)).hasSize(1);
        assertThat(all(PaymentNotice.Finished.class)).hasSize(1);
    }

    @Test
    void a_request_that_may_have_been_heard_is_repeated_word_for_word() {
        ready();
        does(session.pay(ATTEMPT, 2310, "EUR", now));
        does(session.onLost(QrCall.LINE, "cut", now));
        later(2);
        assertThat(sent.get(2)).isEqualTo(sent.get(1));
        answer(HttpMessage.response(409, ""));
        assertThat(all(PaymentNotice.NotStarted.class)).isEmpty();
        later(20);
        later(5);
        assertThat(all(PaymentNotice.InDoubt.class)).hasSize(1);
    }

    @Test
    void money_that_the_gateway_will_not_give_back_is_told_once_and_tried_on() {
        ready();
        String owed = "{\"payments\":[" + paid().replace("}]}", "}," + arrival("UTR-2", 2310) + "]}") + "]}";
        for (int round = 0; round < 4; round++) {
            later(30);
            answer(response(owed));
            answer(HttpMessage.response(409, ""));
        }
        assertThat(sent.stream().filter(request -> request.contains("/refunds/UTR-2")))
                .hasSizeGreaterThan(2);
        assertThat(sent).noneMatch(request -> request.contains("/refunds/UTR-1"));
        assertThat(all(PaymentNotice.Condition.class).filter(said -> said.state() == PaymentNotice.State.WARNING))
                .singleElement()
                .satisfies(said -> assertThat(said.detail()).contains("UTR-2", "by hand"));
    }

    @Test
    void money_of_a_journal_that_was_thrown_away_buys_nothing() {
        ready();
        does(session.pay(ATTEMPT, 2310, "EUR", now));
        answer(response(paid()));
        assertThat(all(PaymentNotice.Approved.class)).isEmpty();
        assertThat(all(PaymentNotice.NotStarted.class))
                .singleElement()
                .satisfies(not -> assertThat(not.why()).contains("another till name"));
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new QrOptions("a b", "", "h", "EUR", QrPayment.LIFETIME, Optional.empty()))
                .hasMessageContaining("till");
        assertThatThrownBy(() -> new QrOptions("a", "x\r\ny", "h", "EUR", QrPayment.LIFETIME, Optional.empty()))
                .hasMessageContaining("token");
        assertThatThrownBy(() -> new QrOptions("a", "", "h", "EUR", Duration.ofHours(1), Optional.empty()))
                .hasMessageContaining("lives");
        QrPayee upi = new QrPayee(QrPayee.Scheme.UPI, "shop@bank", "Shop", "", "5411", "", "");
        assertThatThrownBy(() -> new QrOptions("a", "", "h", "EUR", QrPayment.LIFETIME, Optional.of(upi)))
                .hasMessageContaining("UPI cannot ask for EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "UPI,shop@bank,INR",
        "SPAYD,CZ6508000000192000145399,CZK",
        "EPC,DE75512108001245126199,EUR",
        "EMV,4711,EUR"
    })
    void every_scheme_makes_a_text_that_the_explainer_finds_right(
            QrPayee.Scheme scheme, String account, String currency) {
        QrPayee payee = new QrPayee(scheme, account, "Sample Shop", "com.example.pay", "5411", "", "DE BERLIN");
        String text = payee.text(REFERENCE, 2310, currency);
        assertThat(QrExplainer.explain(text)).as(text).containsEntry("valid", true);
        assertThat(text).contains("23.10");
    }
}
