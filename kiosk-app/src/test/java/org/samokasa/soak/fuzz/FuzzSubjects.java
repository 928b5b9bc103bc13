package org.samokasa.soak.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Light;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.Scale;
import org.samokasa.driver.Drivers;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.transport.ByteLink;

/** Every driver that hangs on a wire, with right messages of its protocol to begin with. */
final class FuzzSubjects {
    /**
     * @param use makes the driver busy, so that bytes meet all its states
     */
    record Subject(String kind, String driver, Map<String, String> options, List<Bytes> samples, Consumer<Device> use) {
        String name() {
            return kind + " " + driver;
        }

        Device on(ByteLink link) {
            return drivers().create(kind, driver, link, options, new DeviceName(kind));
        }
    }

    private FuzzSubjects() {}

    static Drivers drivers() {
        return Drivers.standard()
                .plus("terminal", "zvt", (name, link, options) -> new ZvtTerminal(name, link, ZvtOptions.DEFAULT));
    }

    static List<Subject> all() {
        return List.of(
                subject(
                        "scanner",
                        "serial-text",
                        device -> {},
                        text("]E05901234123457\r"),
                        text("]C1010590\u001d10AB\r")),
                subject("scale", "8217", FuzzSubjects::weigh, text("\u000200.785\r"), hex("02 3F 41 0D"), hex("02 0D")),
                subject(
                        "scale",
                        "nci",
                        FuzzSubjects::weigh,
                        hex("0A 30 30 2E 38 34 35 4B 47 0D 0A 53 30 30 0D 03"),
                        hex("0A 53 31 30 0D 03")),
                subject(
                        "scale",
                        "sma",
                        FuzzSubjects::weigh,
                        hex("0A 20 31 47 20 20 20 20 20 20 20 31 2E 32 35 30 6B 67 20 0D")),
                subject("scale", "epelsa", FuzzSubjects::weigh, hex("02 41 20 20 31 2E 32 35 30 0D 03")),
                subject("scale", "adam", FuzzSubjects::weigh, text("+  1.250 kg\r\n")),
                subject(
                        "scale",
                        "cas",
                        FuzzSubjects::weigh,
                        hex("06"),
                        hex("01 02 53 20 30 31 2E 32 35 30 6B 67 67 03 04")),
                subject(
                        "scale",
                        "cas-stream",
                        FuzzSubjects::weigh,
                        hex("53 54 2C 4E 54 2C 31 42 2C 20 20 20 31 2E 32 35 30 20 6B 67 0D 0A")),
                subject(
                        "scale",
                        "dialog06",
                        FuzzSubjects::weigh,
                        hex("06"),
                        hex("15"),
                        hex("02 30 39 1B 32 30 03"),
                        hex("02 31 31 1B 32 35 41 03"),
                        hex("02 30 32 1B 33 1B 30 31 32 35 30 1B 30 30 30 32 34 39 1B 30 30 30 33 31 31 03")),
                subject(
                        "scale",
                        "magellan",
                        FuzzSubjects::weigh,
                        text("S14301250\r"),
                        text("S140\r"),
                        text("S11405012345\r")),
                subject("scanner", "magellan", device -> {}, text("S08F5901234123457\r"), text("S08A01234567\r")),
                subject(
                        "scanner",
                        "ssi",
                        device -> {},
                        hex("04 D0 00 00 FF 2C"),
                        hex("12 F3 00 00 0B 34 30 30 36 33 38 31 33 33 33 39 33 31 FC 54")),
                // driver new scale: above this line
                // driver new scanner: above this line
                subject("scale", "usb-hid", FuzzSubjects::weigh, hex("03 02 03 FD E2 04"), hex("03 04 02 00 00 00")),
                subject("scale", "usb-oem", FuzzSubjects::weigh, hex("02 00 00 00 04 E2"), hex("01 80")),
                subject("scanner", "usb-hid", device -> {}, hex("02 05 5D 45 30 34 30 30 36 33 00 00"), hex("02 00")),
                subject(
                        "scanner",
                        "usb-oem",
                        device -> {},
                        hex("10 10 00 00 34 30 30 36 33 16 00 0B"),
                        hex("05 00 02")),
                subject("scanner", "camera", device -> {}, text("P5 64 64 255\n")),
                subject("scanner", "keyboard", device -> {}, text("4006381333931\r")),
                subject(
                        "printer",
                        "escpos",
                        FuzzSubjects::print,
                        hex("12"),
                        hex("16"),
                        hex("1E 72"),
                        hex("10 00 00 0F"),
                        hex("37 22 30 30 30 31 00")),
                subject("light", "lcus", FuzzSubjects::shine, hex("A0 01 01 A2"), text("OK")),
                subject("light", "patlite", FuzzSubjects::shine, text("ACK"), text("NAK")),
                subject("light", "usbrelay", FuzzSubjects::shine, hex("4C 41 4E 45 37 00 00 05")),
                // driver new light: above this line
                subject(
                        "terminal",
                        "zvt",
                        FuzzSubjects::pay,
                        hex("80 00 00"),
                        hex("84 83 00"),
                        hex("04 FF 01 0A"),
                        hex("06 0F 00"),
                        hex("06 1E 01 6C"),
                        hex(
                                "04 FF 1E 0A 01 06 1A 24 18 07 0B 4B 61 72 74 65 20 62 69 74 74 65 07 09 32 33 2C 31 30 20 45 55 52"),
                        hex("06 D3 16 06 14 1F 07 01 01 1F 37 01 01 25 0A 09 01 40 07 03 48 E4 6E 09 01 81"),
                        hex("04 0F 21 27 05 04 00 00 00 00 23 10 49 09 78 0B 00 04 19 0C 14 12 10 0D 01 21")),
                subject(
                        "terminal",
                        "caisse-ap",
                        FuzzSubjects::pay,
                        text("CZ0040300CJ012246810121416CA00207CB0042310CD0010CE003978AE00210"),
                        text("CZ0040300CJ012246810121416AE00201AF00300A")),
                new Subject(
                        "terminal",
                        "nexo",
                        Map.of(
                                "saleId", "kiosk-4",
                                "poiId", "V400m-324688179",
                                "passphrase", "not a secret",
                                "keyIdentifier", "tests"),
                        List.of(
                                text(
                                        "HTTP/1.1 200 OK\r\nContent-Length: 46\r\n\r\n{\"SaleToPOIResponse\":{\"MessageHeader\":{}}}    "),
                                text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{}  \r\n0\r\n\r\n"),
                                text("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")),
                        FuzzSubjects::pay),
                new Subject("terminal", "qr", Map.of("till", "kiosk-4"), QrSamples.all(), FuzzSubjects::pay));
    }

    private static Subject subject(String kind, String driver, Consumer<Device> use, Bytes... samples) {
        return new Subject(kind, driver, Map.of(), List.of(samples), use);
    }

    private static Bytes text(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Bytes hex(String text) {
        return Bytes.hex(text);
    }

    private static void weigh(Device device) {
        ((Scale) device).watch(true);
    }

    private static void print(Device device) {
        ((ReceiptPrinter) device)
                .print(new ReceiptPrinter.PrintJob("job", List.of(PaperLine.text("milk"), new PaperLine.Cut())));
    }

    private static void shine(Device device) {
        ((Light) device).show(new Light.Pattern(Light.Lamp.ON, Light.Lamp.OFF, Light.Lamp.BLINKING));
    }

    private static void pay(Device device) {
        CardTerminal terminal = (CardTerminal) device;
        terminal.acceptResult("attempt");
        terminal.pay(new CardTerminal.PaymentRequest("attempt", new Amount(399, "EUR")));
    }
}
