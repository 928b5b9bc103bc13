package org.samokasa.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.driver.camera.CameraScanner;
import org.samokasa.driver.scale.Scale8217;
import org.samokasa.driver.scanner.SerialScanner;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.MemoryLink;

class DriversTest {
    private static final DeviceName NAME = new DeviceName("machine");

    private static Device create(String kind, String driver, Map<String, String> options) {
        return Drivers.standard().create(kind, driver, new MemoryLink("test"), options, NAME);
    }

    @Test
    void makes_each_driver_with_its_options() {
        assertThat(create(
                        "scanner",
                        "serial-text",
                        Map.of("terminator", "crlf", "commands", "datalogic", "prefix", "02")))
                .isInstanceOf(SerialScanner.class);
        assertThat(create("scanner", "camera", Map.of("upcE", "on"))).isInstanceOf(CameraScanner.class);
        assertThat(create("scale", "8217", Map.of())).isInstanceOf(Scale8217.class);
        assertThat(create("printer", "escpos", Map.of("columns", "32", "codePages", "18:IBM852")))
                .isInstanceOfSatisfying(
                        ReceiptPrinter.class,
                        printer -> assertThat(printer.columns()).isEqualTo(32));
    }

    @ParameterizedTest
    @CsvSource({
        "scale, 8218, a, b, no driver '8218'",
        "scale, 8217, speed, 9600, unknown option speed",
        "printer, escpos, columns, many, columns = many",
        "scanner, serial-text, terminator, dot, terminator = dot",
    })
    void what_makes_no_sense_is_refused_with_the_name_of_the_machine(
            String kind, String driver, String option, String value, String reason) {
        assertThatThrownBy(() -> create(kind, driver, Map.of(option, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("machine: ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_driver_from_elsewhere_joins() {
        Drivers more = Drivers.standard().plus("scale", "mine", (name, link, options) -> new Scale8217(name, link));
        try (Device device = more.open(
                "scale", "mine", DeviceAddress.parse("tcp://127.0.0.1:1"), Map.of(), new DeviceName("other"))) {
            assertThat(device.name()).hasToString("other");
        }
    }
}
