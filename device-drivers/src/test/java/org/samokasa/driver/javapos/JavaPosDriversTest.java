package org.samokasa.driver.javapos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.Drivers;
import org.samokasa.transport.DeviceAddress;

class JavaPosDriversTest {
    @ParameterizedTest
    @CsvSource({
        "scanner, javapos, usb:0922:8003, go together",
        "scanner, usb-hid, javapos:X,     go together",
        "till,    javapos, javapos:X,     not a till"
    })
    void refuses_what_does_not_fit(String kind, String driver, String address, String why) {
        assertThatThrownBy(() -> Drivers.standard()
                        .open(kind, driver, DeviceAddress.parse(address), Map.of(), new DeviceName("it")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
