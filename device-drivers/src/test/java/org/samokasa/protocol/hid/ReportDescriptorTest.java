package org.samokasa.protocol.hid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

class ReportDescriptorTest {
    /** Protocol sheet scanner-usb, 2.2: the minimal scanner. */
    private static final Bytes SCANNER = Bytes.hex("""
            05 8C 09 02 A1 01  85 02  09 12 A1 02  15 00 26 FF 00 75 08
            95 01 05 01 09 3B 81 02
            95 03 05 8C 09 FB 09 FC 09 FD 81 02
            95 38 09 FE 82 02 01
            25 01 75 01 95 01 09 FF 81 02 75 07 81 03
            C0 C0""");

    @Test
    void finds_the_fields_of_a_scanner() {
        ReportDescriptor descriptor = ReportDescriptor.parse(SCANNER);
        assertThat(descriptor.isFor(0x8C0002)).isTrue();
        assertThat(descriptor.usesIds()).isTrue();
        assertThat(descriptor.length(ReportKind.INPUT, 2)).isEqualTo(62);
        HidField data = descriptor.find(ReportKind.INPUT, 0x8C00FE).orElseThrow();
        assertThat(data.bitOffset()).isEqualTo(5 * 8);
        assertThat(data.count()).isEqualTo(56);
        assertThat(descriptor.find(ReportKind.INPUT, 0x8C00FC).orElseThrow().bitOffset())
                .isEqualTo(3 * 8);
        assertThat(descriptor.find(ReportKind.INPUT, 0x8C00FF).orElseThrow().bitOffset())
                .isEqualTo(61 * 8);
        assertThat(descriptor.find(ReportKind.OUTPUT, 0x8C00FE)).isEmpty();
    }

    @Test
    void an_oem_scanner_has_reports_without_ids() {
        // Protocol sheet scanner-usb, 4.1.
        ReportDescriptor descriptor = ReportDescriptor.parse(
                Bytes.hex("06 45 FF 0A 00 4B A1 01 0A 01 4A 75 08 95 0B 15 00 26 FF 00 91 02 0A 02 4A 95 40 81 02 C0"));
        assertThat(descriptor.isFor(ReportDescriptor.usage(0xFF45, 0x4B00))).isTrue();
        assertThat(descriptor.usesIds()).isFalse();
        assertThat(descriptor.length(ReportKind.OUTPUT, 0)).isEqualTo(11);
        assertThat(descriptor.length(ReportKind.INPUT, 0)).isEqualTo(64);
    }

    @Test
    void values_have_a_sign_where_the_descriptor_gives_one() {
        HidField signed = ReportDescriptor.parse(
                        Bytes.hex("05 8D 09 20 A1 01 85 03 15 80 25 7F 75 08 95 01 09 41 81 02 C0"))
                .find(ReportKind.INPUT, 0x8D0041)
                .orElseThrow();
        assertThat(signed.value(Bytes.hex("03 FE"), 0)).isEqualTo(-2);
        HidField wide = ReportDescriptor.parse(Bytes.hex("05 8D 09 20 A1 01 15 00 75 10 95 01 09 40 81 02 C0"))
                .find(ReportKind.INPUT, 0x8D0040)
                .orElseThrow();
        assertThat(wide.value(Bytes.hex("E2 04"), 0)).isEqualTo(1_250);
    }

    @Test
    void a_selector_points_at_usages() {
        HidField status = ReportDescriptor.parse(
                        Bytes.hex("05 8D 09 20 A1 01 85 03 15 01 25 08 75 08 95 01 19 71 29 78 81 00 C0"))
                .selector(ReportKind.INPUT, 0x8D0074)
                .orElseThrow();
        assertThat(status.selected(Bytes.hex("03 04"), 0)).isEqualTo(0x8D0074);
        assertThat(status.selected(Bytes.hex("03 00"), 0)).isZero();
        assertThat(status.selected(Bytes.hex("03 09"), 0)).isZero();
    }

    @Test
    void a_report_goes_out_as_the_kind_that_has_its_id() {
        ReportDescriptor descriptor = ReportDescriptor.parse(Bytes.hex(
                "05 8D 09 20 A1 01 75 08 95 01 85 02 09 80 B1 02 85 04 09 81 91 02 85 05 09 80 B1 02 09 81 91 02 C0"));
        assertThat(descriptor.wayOut(2)).isEqualTo(ReportKind.FEATURE);
        assertThat(descriptor.wayOut(4)).isEqualTo(ReportKind.OUTPUT);
        assertThat(descriptor.wayOut(5)).isEqualTo(ReportKind.OUTPUT);
        assertThat(descriptor.wayOut(9)).isEqualTo(ReportKind.OUTPUT);
    }

    @ParameterizedTest
    @CsvSource({
        "05,                      cut off",
        "05 8C 09 02 A1 01,       not closed",
        "C0,                      more collections end",
        "85 00,                   no report has the id 0",
        "B4,                      popped that was not pushed",
        "75 20 96 FF 7F 81 02,    bits",
        "19 05 29 01,             backwards",
        "FE 05 00 01,             long item is cut off",
        "0C,                      no known type"
    })
    void says_where_a_descriptor_makes_no_sense(String hex, String why) {
        assertThatThrownBy(() -> ReportDescriptor.parse(Bytes.hex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("byte")
                .hasMessageContaining(why);
    }

    @Test
    void any_bytes_are_read_or_refused_and_every_field_lies_in_its_report() {
        Random chance = new Random(8);
        for (int run = 0; run < 20_000; run++) {
            byte[] rubbish = new byte[chance.nextInt(60)];
            chance.nextBytes(rubbish);
            isReadOrRefused(Bytes.copyOf(rubbish));
        }
        Split.flipped(SCANNER).forEach(ReportDescriptorTest::isReadOrRefused);
    }

    private static void isReadOrRefused(Bytes bytes) {
        try {
            ReportDescriptor descriptor = ReportDescriptor.parse(bytes);
            for (HidField field : descriptor.fields()) {
                Bytes report = Bytes.copyOf(new byte[descriptor.length(field.kind(), field.reportId())]);
                assertThat(field.fits(report, field.count() - 1)).isTrue();
                assertThat(field.value(report, field.count() - 1)).isZero();
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("report descriptor");
        }
    }

    @Test
    void writes_a_value_and_nothing_beside_it() {
        HidField bit = ReportDescriptor.parse(Bytes.hex("05 8C 09 02 A1 01 75 01 95 08 09 01 09 7D 91 02 C0"))
                .find(ReportKind.OUTPUT, 0x8C0001)
                .orElseThrow();
        byte[] report = {(byte) 0xFF};
        bit.put(report, 0, 0);
        assertThat(report).containsExactly(0xFE);
        bit.put(report, 0, 1);
        assertThat(report).containsExactly(0xFF);
    }
}
