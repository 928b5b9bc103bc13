package org.samokasa.protocol.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors: the payment rules, sections 9.1 to 9.4; wrong ones made of them. */
class QrExplainerTest {
    private static final String EMV =
            "00020101021226270015com.example.pay01044711520454115303978540523.105802DE5911MUSTERLADEN6009MUSTERORT"
                    + "62250510K07-0000420707KIOSK076304B6BE";
    private static final String UPI = "upi://pay?pa=demostore@examplebank&pn=Demo%20Store&mc=5411&tr=K07000043"
            + "&tn=Kiosk%2007%20bill%2043&am=349.50&mam=349.50&cu=INR";
    private static final String SPAYD =
            "SPD*1.0*ACC:CZ6508000000192000145399*AM:450.00*CC:CZK*MSG:KIOSK 07 UCET 42*X-VS:70042";
    private static final String EPC =
            "BCD\n002\n1\nSCT\n\nMusterladen GmbH\nDE75512108001245126199\nEUR23.10\n\n\nKiosk 07 Beleg 42";

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(String text, String name) {
        Map<String, Object> map = QrExplainer.explain(text);
        assertThat(map).containsEntry("valid", true).doesNotContainKey("error");
        return (Map<String, Object>) map.get(name);
    }

    @Test
    void each_format_is_explained() {
        assertThat(part(EMV, "names"))
                .containsEntry("amount", "23.10")
                .containsEntry("account26", Map.of("00", "com.example.pay", "01", "4711"));
        assertThat(part(UPI, "names"))
                .containsEntry("payee", "demostore@examplebank")
                .containsEntry("name", "Demo Store");
        assertThat(part(SPAYD, "names")).containsEntry("variableSymbol", "70042");
        assertThat(part(EPC, "fields"))
                .containsEntry("amount", "EUR23.10")
                .containsEntry("message", "Kiosk 07 Beleg 42");
    }

    private static String error(String text) {
        Map<String, Object> map = QrExplainer.explain(text);
        assertThat(map).as(text).containsEntry("valid", false);
        return (String) map.get("error");
    }

    @Test
    void a_wrong_emv_code_says_why() {
        assertThat(error(EMV.replace("23.10", "23.11"))).startsWith("the CRC is B6BE, of this text it is ");
        assertThat(error(EMV.substring(0, 40))).contains("does not end in 6304");
        assertThat(error(EmvQr.DYNAMIC.withTemplate("26", "00", "a.b").text())).isEqualTo("52 (category) is missing");
        assertThat(error(EmvQr.DYNAMIC
                        .with("52", "5411")
                        .with("53", "978")
                        .with("58", "DE")
                        .with("59", "X")
                        .with("60", "Y")
                        .text()))
                .startsWith("no account");
        assertThat(error(EmvQr.DYNAMIC
                        .with("04", "1")
                        .with("52", "5411")
                        .with("53", "978")
                        .with("54", "23,10")
                        .with("58", "DE")
                        .with("59", "X")
                        .with("60", "Y")
                        .text()))
                .isEqualTo("54 (amount) cannot be '23,10'");
    }

    @ParameterizedTest
    @CsvSource({
        "K07000043,K07-43,tr (reference) cannot be",
        "349.50,349.505,am (amount) cannot be",
        "Demo%20Store,Demo+Store,a plus sign",
        "Demo%20Store,Demo%2,a % without",
        "pa=demostore@examplebank&,'',pa (payee) is missing",
        "cu=INR,cu=EUR,cu (currency) cannot be",
        "&cu=INR,&cu=INR&cu=INR,cu comes twice",
        "upi://pay?,upi://mandate?,it does not begin with"
    })
    void a_wrong_upi_link_says_why(String from, String to, String why) {
        assertThat(error(UPI.replace(from, to))).startsWith(why);
    }

    @ParameterizedTest
    @CsvSource({
        "CZ6508000000192000145399,CZ6608000000192000145399,ACC: the check digits",
        "ACC:,ACX:,ACC (account) is missing",
        "450.00,'450,00',AM (amount) cannot be",
        "X-VS:70042,X-VS:70042A,X-VS (variableSymbol) cannot be",
        "CC:CZK,CC,is no KEY:VALUE",
        "CC:CZK,CRC32:00000000,the CRC32 is 00000000"
    })
    void a_wrong_czech_code_says_why(String from, String to, String why) {
        assertThat(error(SPAYD.replace(from, to))).contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "DE75512108001245126199,DE76512108001245126199,line 7: the check digits",
        "EUR23.10,USD23.10,line 8 (amount) cannot be",
        "002,001,version 001 wants a BIC",
        "SCT,INST,line 4 (kind) cannot be"
    })
    void a_wrong_sepa_code_says_why(String from, String to, String why) {
        assertThat(error(EPC.replace(from, to))).startsWith(why);
    }

    @Test
    void other_flaws_of_a_sepa_code() {
        assertThat(error("BCD\n002\n1\nSCT")).startsWith("it ends on line 4");
        assertThat(error(EPC.replace("\n\n\nKiosk", "\n\nRF18539007547034\nKiosk")))
                .startsWith("a reference on line 10");
        assertThat(error(EPC + "\n\n\n")).startsWith("it has 14 lines");
    }

    @Test
    void anything_else_is_none_of_them() {
        for (String text : new String[] {"", "SPD", "hello", "0002", "SPD*", "upi:", "BCD\n", "000201016304"}) {
            assertThat(error(text)).isNotBlank();
        }
    }
}
