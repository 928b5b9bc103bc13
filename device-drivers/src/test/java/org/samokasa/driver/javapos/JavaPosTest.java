package org.samokasa.driver.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.JposConst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.Health;
import org.samokasa.devices.Light;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;

/** Shipped drivers, the real controls and loader of JavaPOS, and services as a vendor writes them; codes of the sheet. */
@Timeout(120)
class JavaPosTest extends JavaPosBench {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333931,     4006381333931, 104, ]E04006381333931",
        "072036001238,      072036001238,  101, ]E00072036001238",
        "]C10105012345678900, 0105012345678900, 120, ]C10105012345678900",
        "F4006381333931,    4006381333931, 104, ]E04006381333931",
        "LANE,              LANE,            0, LANE",
        "LANE,              '',            110, ]C0LANE"
    })
    void scans_again_and_again(String raw, String label, int type, String text) throws Exception {
        FakeService service = FakeService.named("LaneScanner")
                .property("ScanData", ascii(raw))
                .property("ScanDataLabel", ascii(label))
                .property("ScanDataType", type);
        open("scanner", "LaneScanner", Scanner.class);
        assertThat(up()).isInstanceOf(Health.Up.class);
        for (int scan = 0; scan < 3; scan++) {
            service.data();
            assertThat(next(ScannerEvent.Scanned.class).text()).isEqualTo(text);
        }
        assertThat(service.calls()).contains("setDecodeData[true]", "claim[1000]");
        assertThat(service.calls().stream()
                        .filter("setDataEventEnabled[true]"::equals)
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_name_that_jpos_xml_lacks_is_a_matter_of_settings() throws Exception {
        open("scanner", "lanescanner", Scanner.class);
        assertThat(up()).isInstanceOfSatisfying(Health.Down.class, down -> {
            assertThat(down.cause()).isEqualTo(Health.Cause.SETTINGS);
            assertThat(down.detail()).contains("jpos.xml has no entry lanescanner");
        });
    }

    @Test
    void a_device_that_another_program_holds_is_told_once_and_comes_back() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        FakeService.named("LaneScanner").on("claim", arguments -> {
            if (tries.incrementAndGet() < 3) {
                throw FakeService.error(JposConst.JPOS_E_TIMEOUT, 0);
            }
            return null;
        });
        open("scanner", "LaneScanner", Scanner.class);
        assertThat(up())
                .isInstanceOfSatisfying(
                        Health.Down.class, down -> assertThat(down.cause()).isEqualTo(Health.Cause.BUSY));
        assertThat(up()).isInstanceOf(Health.Up.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void power_is_followed() throws Exception {
        FakeService service = FakeService.named("LaneScanner");
        open("scanner", "LaneScanner", Scanner.class);
        assertThat(up()).isInstanceOf(Health.Up.class);
        service.status(JposConst.JPOS_SUE_POWER_OFFLINE);
        assertThat(up()).isInstanceOf(Health.Down.class);
        service.status(JposConst.JPOS_SUE_POWER_ONLINE);
        assertThat(up()).isInstanceOf(Health.Up.class);
    }

    private static FakeService.Answer weight(int thousandths) {
        return arguments -> {
            ((int[]) arguments[0])[0] = thousandths;
            return null;
        };
    }

    private Weighing weighed() throws InterruptedException {
        return next(ScaleEvent.Weighed.class).weighing();
    }

    @ParameterizedTest
    @CsvSource({"2, 1250, 1250", "1, 1250000, 1250", "4, 2760, 1252", "3, 8400, 238", "2, 0, 0"})
    void weighs_in_every_unit(int unit, int thousandths, int grams) throws Exception {
        FakeService.named("LaneScale").property("WeightUnit", unit).on("readWeight", weight(thousandths));
        open("scale", "LaneScale", Scale.class).watch(true);
        assertThat(weighed()).isEqualTo(new Weighing.Stable(grams));
    }

    @ParameterizedTest
    @CsvSource({
        "112,   0, Moving",
        "114, 201, Overload",
        "114, 202, BelowZero",
        "114, 203, Moving",
        "114, 204, Moving",
        "111,   0, Impossible",
        "107,   0, Impossible",
        "108,   0, Impossible"
    })
    void an_error_is_never_a_weight(int code, int extended, String reading) throws Exception {
        FakeService.named("LaneScale").property("WeightUnit", 2).on("readWeight", arguments -> {
            throw FakeService.error(code, extended);
        });
        open("scale", "LaneScale", Scale.class).watch(true);
        assertThat(weighed().getClass().getSimpleName()).isEqualTo(reading);
    }

    @Test
    void a_scale_that_was_offline_weighs_again() throws Exception {
        FakeService service =
                FakeService.named("LaneScale").property("WeightUnit", 2).on("readWeight", weight(500));
        open("scale", "LaneScale", Scale.class).watch(true);
        assertThat(weighed()).isEqualTo(new Weighing.Stable(500));
        service.on("readWeight", arguments -> {
            throw FakeService.error(JposConst.JPOS_E_OFFLINE, 0);
        });
        assertThat(weighed()).isInstanceOf(Weighing.Impossible.class);
        service.on("readWeight", weight(700));
        assertThat(weighed()).isEqualTo(new Weighing.Stable(700));
    }

    private static final ReceiptPrinter.PrintJob JOB = new ReceiptPrinter.PrintJob(
            "r1",
            List.of(
                    new PaperLine.Text("KIOSK", PaperLine.Align.CENTRE, PaperLine.Size.DOUBLE, true),
                    new PaperLine.Columns("Mleko \u001B|4C", "3,49", false),
                    new PaperLine.Qr("https://a.example"),
                    new PaperLine.Cut()));

    private FakeService printer() {
        return FakeService.named("LanePrinter")
                .property("CapTransaction", true)
                .property("CapRecPapercut", true)
                .property("RecLineChars", 20);
    }

    @Test
    void prints_a_document_as_one_transaction() throws Exception {
        FakeService service = printer();
        ReceiptPrinter printer = open("printer", "LanePrinter", ReceiptPrinter.class);
        assertThat(up()).isInstanceOf(Health.Up.class);
        printer.print(JOB);
        assertThat(next(PrinterEvent.Printed.class).job()).isEqualTo("r1");
        assertThat(printer.columns()).isEqualTo(20);
        assertThat(service.calls())
                .containsSubsequence(
                        "transactionPrint[2, 11]",
                        "printNormal[2, \u001B|N\u001B|cA\u001B|4C\u001B|bCKIOSK\n]",
                        "printNormal[2, \u001B|NMleko  |4C      3,49\n]",
                        "printBarCode[2, https://a.example, 204, 240, 240, -2, -11]",
                        "cutPaper[90]",
                        "transactionPrint[2, 12]");
    }

    @Test
    void without_paper_nothing_is_printed_and_the_cause_is_told() throws Exception {
        FakeService service = printer().on("printNormal", arguments -> {
            throw FakeService.error(JposConst.JPOS_E_EXTENDED, 203);
        });
        ReceiptPrinter printer = open("printer", "LanePrinter", ReceiptPrinter.class);
        up();
        printer.print(JOB);
        assertThat(next(PrinterEvent.NotPrinted.class).why().cause()).isEqualTo(Health.Cause.PAPER_OUT);
        assertThat(service.calls()).contains("clearOutput");
    }

    @Test
    void a_failure_at_the_end_leaves_the_document_in_doubt() throws Exception {
        printer().on("transactionPrint", arguments -> {
            if (arguments[1].equals(12)) {
                throw FakeService.error(JposConst.JPOS_E_FAILURE, 0);
            }
            return null;
        });
        ReceiptPrinter printer = open("printer", "LanePrinter", ReceiptPrinter.class);
        up();
        printer.print(JOB);
        assertThat(next(PrinterEvent.PrintInDoubt.class).job()).isEqualTo("r1");
    }

    @Test
    void paper_and_cover_are_part_of_its_health() throws Exception {
        FakeService service = printer();
        open("printer", "LanePrinter", ReceiptPrinter.class);
        up();
        service.property("RecNearEnd", true).status(25);
        assertThat(up()).isInstanceOf(Health.Degraded.class);
        service.property("CoverOpen", true).status(11);
        assertThat(((Health.Down) up()).cause()).isEqualTo(Health.Cause.COVER_OPEN);
        service.property("CoverOpen", false).property("RecNearEnd", false).status(12);
        assertThat(up()).isInstanceOf(Health.Up.class);
    }

    @Test
    void lights_what_is_wanted_and_puts_out_the_rest() throws Exception {
        FakeService service = FakeService.named("LaneLight").property("CapBlink", true);
        Light light = open("light", "LaneLight", Light.class);
        light.show(new Light.Pattern(Light.Lamp.OFF, Light.Lamp.OFF, Light.Lamp.BLINKING));
        up();
        while (!service.calls().contains("switchOff[3]")) {
            device.poll(now);
            wakes.tryAcquire(10, TimeUnit.MILLISECONDS);
        }
        assertThat(service.calls()).contains("switchOn[1, 500, 500, 1, 1]", "switchOff[2]");
    }
}
