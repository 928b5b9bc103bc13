package org.samokasa.protocol.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

/** Vectors: the payment rules, sections 9.1 to 9.4. */
class QrTextsTest {
    private static final String SHOP =
            "00020101021226270015com.example.pay01044711520454115303978540523.105802DE5911MUSTERLADEN6009MUSTERORT"
                    + "62250510K07-0000420707KIOSK076304B6BE";
    private static final String BHARAT =
            "00020101021226490010A0000005240121demostore@examplebank0206349.5027270010A0000005240109K07000043"
                    + "520454115303356"
                    + "5406349.505802IN5910DEMO STORE6004PUNE610641100162240509K070000430707KIOSK076304316C";

    private static EmvQr shop() {
        return EmvQr.DYNAMIC
                .withTemplate("26", "00", "com.example.pay", "01", "4711")
                .with("52", "5411")
                .with("53", "978")
                .with("54", "23.10")
                .with("58", "DE")
                .with("59", "MUSTERLADEN")
                .with("60", "MUSTERORT")
                .withTemplate("62", "05", "K07-000042", "07", "KIOSK07");
    }

    @Test
    void the_crc_is_ccitt_false() {
        assertThat(EmvQr.crc("123456789")).isEqualTo(0x29B1);
    }

    @Test
    void a_shops_code() {
        assertThat(shop().text()).isEqualTo(SHOP);
        assertThat(EmvQr.read(SHOP)).contains(shop());
        assertThat(EmvQr.read(SHOP).orElseThrow().template("62").orElseThrow().fields())
                .containsEntry("05", "K07-000042");
    }

    @Test
    void a_bharat_code() {
        EmvQr code = EmvQr.DYNAMIC
                .withTemplate("26", "00", "A000000524", "01", "demostore@examplebank", "02", "349.50")
                .withTemplate("27", "00", "A000000524", "01", "K07000043")
                .with("52", "5411")
                .with("53", "356")
                .with("54", "349.50")
                .with("58", "IN")
                .with("59", "DEMO STORE")
                .with("60", "PUNE")
                .with("61", "411001")
                .withTemplate("62", "05", "K07000043", "07", "KIOSK07");
        assertThat(code.text()).isEqualTo(BHARAT);
    }

    @Test
    void every_flipped_bit_is_refused() {
        for (Bytes flipped : Split.flipped(Bytes.ascii(SHOP))) {
            String text = flipped.toText(StandardCharsets.ISO_8859_1);
            boolean sameCrcInLowerCase = text.toUpperCase(Locale.ROOT).endsWith("6304B6BE")
                    && text.startsWith(SHOP.substring(0, SHOP.length() - 4));
            assertThat(EmvQr.read(text).isPresent()).as(text).isEqualTo(sameCrcInLowerCase);
        }
    }

    @Test
    void every_prefix_is_refused() {
        for (int cut = 0; cut < SHOP.length(); cut++) {
            assertThat(EmvQr.read(SHOP.substring(0, cut))).as("cut at %d", cut).isEmpty();
        }
    }

    @Test
    void what_the_format_does_not_have_is_refused() {
        EmvQr shop = shop();
        assertThatThrownBy(() -> shop.with("54", "1.00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shop.with("63", "1234")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shop.with("64", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shop.with("64", "x".repeat(100))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_upi_link() {
        String link = QrTexts.upi(
                "demostore@examplebank",
                "Demo Store",
                "5411",
                "K07000043",
                "Kiosk 07 bill 43",
                new BigDecimal("349.5"));
        assertThat(link)
                .isEqualTo("upi://pay?pa=demostore@examplebank&pn=Demo%20Store&mc=5411&tr=K07000043"
                        + "&tn=Kiosk%2007%20bill%2043&am=349.50&mam=349.50&cu=INR");
        assertThatThrownBy(() -> QrTexts.upi("a@b", "n", "5411", "K07-43", "", BigDecimal.ONE))
                .hasMessageContaining("letters and digits");
    }

    @Test
    void a_czech_code() {
        assertThat(QrTexts.spayd(
                        "CZ6508000000192000145399", new BigDecimal("450"), "CZK", "Kiosk 07 ucet 42", "70042", false))
                .isEqualTo("SPD*1.0*ACC:CZ6508000000192000145399*AM:450.00*CC:CZK*MSG:KIOSK 07 UCET 42*X-VS:70042");
        assertThat(QrTexts.spayd("CZ6508000000192000145399", BigDecimal.ONE, "CZK", "a*b", "1", true))
                .endsWith("*MSG:A%2AB*X-VS:1*PT:IP");
    }

    @Test
    void a_sepa_code() {
        assertThat(QrTexts.epc(
                        "", "Musterladen GmbH", "DE75512108001245126199", new BigDecimal("23.10"), "Kiosk 07 Beleg 42"))
                .isEqualTo(
                        "BCD\n002\n1\nSCT\n\nMusterladen GmbH\nDE75512108001245126199\nEUR23.10\n\n\nKiosk 07 Beleg 42");
        assertThat(QrTexts.epc("", "M", "DE75512108001245126199", BigDecimal.ONE, ""))
                .endsWith("EUR1.00");
        assertThatThrownBy(() ->
                        QrTexts.epc("", "ż".repeat(70), "DE75512108001245126199", BigDecimal.ONE, "ż".repeat(140)))
                .hasMessageContaining("331 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "1000000000"})
    void no_amount_no_code(String amount) {
        assertThatThrownBy(() -> QrTexts.epc("", "M", "DE75512108001245126199", new BigDecimal(amount), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
