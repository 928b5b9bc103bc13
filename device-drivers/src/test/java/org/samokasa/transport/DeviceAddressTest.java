package org.samokasa.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.transport.DeviceAddress.Flow;
import org.samokasa.transport.DeviceAddress.Parity;

class DeviceAddressTest {
    @Test
    void reads_a_serial_address_with_all_its_options() {
        assertThat(DeviceAddress.parse("serial:/dev/ttyUSB0?baud=38400&bits=7&parity=even&stop=2&flow=rtscts"))
                .isEqualTo(new DeviceAddress.Serial("/dev/ttyUSB0", 38_400, 7, Parity.EVEN, 2, Flow.RTSCTS));
    }

    @Test
    void a_serial_address_without_options_is_9600_8n1() {
        assertThat(DeviceAddress.parse("serial:COM3"))
                .isEqualTo(new DeviceAddress.Serial("COM3", 9_600, 8, Parity.NONE, 1, Flow.NONE));
    }

    @Test
    void reads_names_and_numbers_of_hosts() {
        assertThat(DeviceAddress.parse("tcp://terminal.lane-3:20007"))
                .isEqualTo(new DeviceAddress.Tcp("terminal.lane-3", 20_007));
        assertThat(DeviceAddress.parse("tcp://[fe80::1]:9100")).isEqualTo(new DeviceAddress.Tcp("fe80::1", 9_100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:/dev/ttyS0?baud=9600&bits=8&parity=odd&stop=1&flow=none",
                "tcp://[::1]:1",
                "usb:0922:8003",
                "usb:05F9:1206?serial=S 1&interface=2",
                "javapos:NCRScanner1",
                "keyboard:"
            })
    void writes_what_it_reads(String text) {
        assertThat(DeviceAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/dev/ttyUSB0                 | expected serial:PATH",
                "serial:                      | path of the port is missing",
                "serial:/dev/x?baud=9601b     | baud=9601b is not a number",
                "serial:/dev/x?bits=9         | bits=9 is not a number from 7 to 8",
                "serial:/dev/x?parity=strange | not one of none, even, odd",
                "serial:/dev/x?speed=9600     | unknown option 'speed'",
                "serial:/dev/x?baud           | not written name=value",
                "serial:/dev/x?stop=1&stop=2  | given twice",
                "tcp:host:1                   | expected tcp://HOST:PORT",
                "tcp://host                   | port is missing",
                "tcp://[::1]                  | port is missing",
                "tcp://host:                  | port is missing",
                "tcp://:80                    | port is missing",
                "tcp://host:65536             | not a number from 1 to 65535",
                "tcp://ho st:80               | no host name",
                "camera:/dev/video0?size=big  | not written WIDTHxHEIGHT",
                "camera:/dev/video0?fps=0     | fps=0 is not a number from 1 to 60",
                "camera:/dev/video0?zoom=2    | unknown option 'zoom'",
                "folder:                      | the path is missing",
                "usb:0922                     | expected usb:VVVV:PPPP",
                "usb:0922:80G3                | expected usb:VVVV:PPPP",
                "usb:0922:8003?port=3         | unknown option 'port'",
                "usb:0922:8003?interface=256  | not a number from 0 to 255",
                "javapos:                     | logical name is missing",
                "keyboard:1                   | nothing may follow",
                "ftp://x                      | unknown kind 'ftp:'",
            })
    void refuses_what_it_does_not_understand_and_says_where(String text, String reason) {
        assertThatThrownBy(() -> DeviceAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("'" + text + "'");
    }
}
