package org.samokasa.kiosk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.Java2DRenderer;

/** The keys are a contract: other programs read them. */
class DecodeCommandTest {
    private final StringWriter out = new StringWriter();

    private int run(String... words) {
        CommandLine line = new CommandLine(new DecodeCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        return line.execute(words);
    }

    @Test
    void a_scale_is_explained_by_its_protocol() {
        assertThat(run("scale", "--protocol", "8217", "02 30 31 2E 32 35 30 0D"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"what\":\"weight in grams\",\"value\":1250,\"valid\":true}");
    }

    @Test
    void what_is_not_valid_ends_with_one() {
        assertThat(run("scale", "--protocol", "cas", "010253203031", "2E3235316B67670304"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"valid\":false", "check is wrong");
        assertThat(run("ssi", "12F300000B34")).isEqualTo(1);
    }

    @Test
    void readers_and_bioptics_are_explained() {
        assertThat(run("ssi", "04 E9 04 00 FF 0F")).isZero();
        assertThat(run("magellan", "53 31 34 34 30 31 32 35 30 0D 53 31 34 31 0D"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(3).first().asString().contains("SCAN_ENABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upi://pay?pa=demostore@examplebank&pn=Demo%20Store&am=349.50&cu=INR | 0 | \"payee\":\"demostore@examplebank\"",
                "upi://pay?pa=demostore@examplebank&pn=Demo&tr=K07-43 | 1 | letters and digits only",
                "SPD*1.0*ACC:CZ6508000000192000145399*AM:450.00*CC:CZK | 0 | \"amount\":\"450.00\"",
                "SPD*1.0*ACC:CZ6608000000192000145399 | 1 | check digits",
                "BCD{LF}002{LF}1{LF}SCT{LF}{LF}Shop{LF}DE75512108001245126199{LF}EUR23.10 | 0 | \"amount\":\"EUR23.10\"",
                "BCD{LF}001{LF}1{LF}SCT{LF}{LF}Shop{LF}DE75512108001245126199{LF}EUR23.10 | 1 | wants a BIC",
                "00020104031115204541153039785802DE5901X6001Y63040000 | 1 | the CRC is 0000, of this text it is",
                "hello | 1 | none of the formats"
            })
    void a_payment_code_is_explained_with_its_flaw(String text, int exit, String contains) {
        assertThat(run("qr", text)).isEqualTo(exit);
        assertThat(out.toString()).contains(contains).contains("\"valid\":" + (exit == 0));
    }

    @Test
    void reports_of_usb_machines_are_explained_with_their_usages() {
        assertThat(run("hid", "03 04 02 00 E2 04")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("{\"what\":\"weight in grams\",\"value\":1250,\"valid\":true,\"fields\":{"
                        + "\"one of 8D:71 status fault ..\":\"8D:74 status weight stable\","
                        + "\"one of 8D:51 unit milligram ..\":\"8D:52 unit gram\","
                        + "\"8D:41 data scaling\":0,\"8D:40 data weight\":1250}}");
        assertThat(run("hid", "--machine", "scanner", "02 02 5D 45 30 34 30")).isZero();
        assertThat(out.toString()).contains("\"what\":\"label\",\"value\":\"40\"");
        assertThat(run("hid", "--machine", "scale", "--sent", "02 02")).isZero();
        assertThat(out.toString()).contains("\"value\":\"8D:80 zero scale\"");
        assertThat(run("hid", "03 04 02")).isEqualTo(1);
        assertThat(run("hid", "--machine", "printer", "03")).isEqualTo(2);
    }

    @Test
    void lights_are_explained_and_told_apart() {
        assertThat(run("light", "A0 01 01 A2 A0 02 00 A2")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"what\":\"relay 1\",\"value\":\"on\",\"valid\":true}",
                        "{\"what\":\"relay 2\",\"value\":\"off\",\"valid\":true}");
        assertThat(run("light", "--model", "patlite", "57 24")).isZero();
        assertThat(out.toString()).contains("\"green\":\"on\",\"yellow\":\"off\",\"red\":\"blinking\"");
        assertThat(run("light", "FF 02 00 00 00 00 00 00")).isZero();
        assertThat(out.toString()).contains("{\"what\":\"relay 2\",\"value\":\"on\",\"valid\":true}");
        assertThat(run("light", "A0 01 01 A3")).isEqualTo(1);
    }

    @Test
    void a_print_stream_is_explained_from_hex_and_from_a_file(@TempDir Path folder) throws Exception {
        assertThat(run("escpos", "1B 40", "4D 69 6C 6B 0A", "1D 56 42 00")).isZero();
        String[] lines = out.toString().lines().toArray(String[]::new);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo("{\"name\":\"initialise\",\"bytes\":\"1B 40\",\"length\":2,\"valid\":true}");
        assertThat(lines[1]).contains("\"name\":\"text\",\"text\":\"Milk\"");
        assertThat(lines[3]).contains("\"name\":\"cut\"");
        Path stream = Files.write(folder.resolve("job.bin"), new byte[] {0x1B, 0x40, 0x1D, 0x56});
        assertThat(run("escpos", stream.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("the command is not finished");
        assertThat(run("escpos", "no hex")).isEqualTo(2);
        assertThat(out.toString()).contains("that is neither hex nor a file");
    }

    @Test
    void wrong_use_is_one_clear_line_and_two() {
        assertThat(run("scale", "--protocol", "8218", "57")).isEqualTo(2);
        assertThat(out.toString()).contains("no protocol '8218', known: [8217");
        assertThat(run("ssi", "xx")).isEqualTo(2);
        assertThat(run("scale", "57")).isEqualTo(2);
    }

    @Test
    void every_key_of_a_full_label_comes_out() {
        assertThat(run("scan", "]e00199521234543216310300019539220299{GS}1776013115770131" + "10L1{GS}21S1"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("""
                {"raw":"]e00199521234543216310300019539220299\\u001D177601311577013110L1\\u001D21S1","aim":"]e0",\
                "symbology":"GS1 DataBar","gtin":"99521234543216",\
                "ai":{"01":"99521234543216","3103":"000195","3922":"0299","17":"760131","15":"770131","10":"L1","21":"S1"},\
                "weightGrams":195,"price":{"minor":299,"currency":"PLN"},"bestBefore":"%s","expiry":"%s",%s\
                "lot":"L1","serial":"S1","valid":true}""".formatted(bestBefore(), expiry(), over()));
    }

    private static String expiry() {
        return org.samokasa.kiosk.domain.barcode.gs1.Gs1Date.resolve("760131", java.time.LocalDate.now())
                .toString();
    }

    private static String bestBefore() {
        return org.samokasa.kiosk.domain.barcode.gs1.Gs1Date.resolve("770131", java.time.LocalDate.now())
                .toString();
    }

    private static String over() {
        java.time.LocalDate today = java.time.LocalDate.now();
        return java.util.stream.Stream.of(expiry(), bestBefore())
                .filter(day -> java.time.LocalDate.parse(day).isBefore(today))
                .findFirst()
                .map(day -> "\"overSince\":\"" + day + "\",")
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4011 | '\"plu\":\"4011\",\"name\":\"Banana, yellow\",\"valid\":true'",
                "]Q1https://id.gs1.org/01/09521234543213 | '\"url\":\"https://id.gs1.org/01/09521234543213\"'",
                "]E3977123456700305 | '\"addOn\":\"05\"'",
                "]E02812340015006 | '\"item\":\"store:2812340000002\",\"weightGrams\":1500'",
                "]C1010952123454321317991332 | '\"valid\":false,\"error\":\"BAD_GS1: (17) ''991332'' is no date: month 13\"'",
                "]e08110106141416543213150110120 | '\"value\":{\"minor\":150,\"currency\":\"PLN\"}'",
            })
    void says_what_a_code_carries(String text, String part) {
        assertThat(run("scan", text)).isZero();
        assertThat(out.toString()).contains(part);
    }

    @Test
    void a_region_and_a_currency_replace_those_of_the_shop() {
        assertThat(run("scan", "--region", "GB", "--currency", "GBP", "]E02054321119994"))
                .isZero();
        assertThat(out.toString()).contains("\"price\":{\"minor\":1999,\"currency\":\"GBP\"}");
        assertThat(run("scan", "--region", "XX", "]E02054321119994")).isEqualTo(2);
        assertThat(out.toString()).contains("no rules are known for 'XX', there are [BY, CA, CZ");
        assertThat(run("scan", "--currency", "ZZZ", "1")).isEqualTo(2);
    }

    @Test
    void pictures_are_read_and_one_without_a_code_is_told(@TempDir Path folder) throws Exception {
        DataMatrix matrix = new DataMatrix();
        matrix.setDataType(Symbol.DataType.GS1);
        matrix.setQuietZoneHorizontal(4);
        matrix.setQuietZoneVertical(4);
        matrix.setContent("[01]09521234543213[21]S1");
        int side = matrix.getWidth() * 5;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        new Java2DRenderer(picture.createGraphics(), 5, Color.WHITE, Color.BLACK).render(matrix);
        Path full = folder.resolve("full.png");
        ImageIO.write(picture, "png", full.toFile());
        Path empty = folder.resolve("empty.png");
        ImageIO.write(new BufferedImage(90, 90, BufferedImage.TYPE_BYTE_GRAY), "png", empty.toFile());
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        assertThat(run("image", full.toString())).isZero();
        assertThat(out.toString())
                .startsWith(
                        "{\"file\":\"" + full + "\",\"symbology\":\"DATA_MATRIX\",\"text\":\"]d2010952123454321321S1\"")
                .contains("\"gtin\":\"09521234543213\"", "\"serial\":\"S1\"", "\"valid\":true");
        assertThat(run("image", empty.toString(), text.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("no code found in " + empty, text + " is no picture");
    }
}
