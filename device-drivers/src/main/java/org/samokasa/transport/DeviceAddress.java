package org.samokasa.transport;

import java.util.List;
import java.util.Objects;

/** Where a machine is, as the lane's configuration writes it. Immutable; never half understood: see {@link #parse}. */
public sealed interface DeviceAddress {

    /**
     * A serial port, real or USB adapter or pseudo-terminal.
     *
     * @param path device file or port name, for instance {@code /dev/ttyUSB0}
     * @param baud bits per second
     * @param dataBits 7 or 8
     * @param stopBits 1 or 2
     */
    record Serial(String path, int baud, int dataBits, Parity parity, int stopBits, Flow flow)
            implements DeviceAddress {
        public Serial {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(parity, "parity");
            Objects.requireNonNull(flow, "flow");
        }

        @Override
        public String toString() {
            return "serial:" + path + "?baud=" + baud + "&bits=" + dataBits + "&parity=" + lower(parity) + "&stop="
                    + stopBits + "&flow=" + lower(flow);
        }

        private static String lower(Enum<?> value) {
            return value.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A machine that listens on the network.
     *
     * @param host name or number; an IPv6 number without its brackets
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements DeviceAddress {
        public Tcp {
            Objects.requireNonNull(host, "host");
        }

        @Override
        public String toString() {
            return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A machine that listens on the network and proves who it is.
     *
     * @param trust file with the root certificates, in PEM, one of which must have issued its certificate
     * @param names of which its certificate's common name must be one
     */
    record Tls(String host, int port, String trust, List<String> names) implements DeviceAddress {
        public Tls {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return "tls" + new Tcp(host, port).toString().substring(3) + "?trust=" + trust + "&name="
                    + String.join(",", names);
        }
    }

    /**
     * A camera that a program reads.
     *
     * @param path device file, for instance {@code /dev/video0}
     * @param program ffmpeg, or one that understands its options
     */
    record Camera(String path, int width, int height, int framesPerSecond, String program) implements DeviceAddress {
        public Camera {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(program, "program");
        }

        @Override
        public String toString() {
            return "camera:" + path + "?size=" + width + "x" + height + "&fps=" + framesPerSecond + "&program="
                    + program;
        }
    }

    /** A folder into which pictures are put. */
    record Folder(String path) implements DeviceAddress {
        public Folder {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public String toString() {
            return "folder:" + path;
        }
    }

    /**
     * A device on the USB bus, at whatever socket it is plugged in.
     *
     * @param vendor idVendor, 0 to FFFF hex
     * @param product idProduct, 0 to FFFF hex
     * @param serial its serial number, empty takes the first device of this make
     * @param interfaceNumber -1 takes the first HID interface that reports
     */
    record Usb(int vendor, int product, String serial, int interfaceNumber) implements DeviceAddress {
        public Usb {
            Objects.requireNonNull(serial, "serial");
        }

        /** As lists of devices write it: {@code 0922:8003}. */
        public String id() {
            return String.format("%04X:%04X", vendor, product);
        }

        @Override
        public String toString() {
            String number = interfaceNumber < 0 ? "" : "interface=" + interfaceNumber;
            String options = serial.isEmpty() ? number : "serial=" + serial + (number.isEmpty() ? "" : "&" + number);
            return "usb:" + id() + (options.isEmpty() ? "" : "?" + options);
        }
    }

    /** A service of JavaPOS. @param name the logical name in {@code jpos.xml}; case matters */
    record JavaPos(String name) implements DeviceAddress {
        @Override
        public String toString() {
            return "javapos:" + name;
        }
    }

    /** A reader that types: its keys come through the kiosk's own window. */
    record Keyboard() implements DeviceAddress {
        @Override
        public String toString() {
            return "keyboard:";
        }
    }

    enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /** Who may say "wait": nobody, the RTS/CTS or DTR/DSR lines, or XON/XOFF bytes. */
    enum Flow {
        NONE,
        RTSCTS,
        DTRDSR,
        XONXOFF
    }

    /**
     * Reads {@code serial:/dev/ttyUSB0?baud=9600&bits=7&parity=even&stop=1&flow=none}, {@code tcp://host:port},
     * {@code tls://host:port?trust=FILE&name=NAME}, {@code usb:0922:8003?serial=A1&interface=0}, {@code javapos:LOGICAL-NAME}, {@code keyboard:},
     * {@code camera:/dev/video0?size=1280x720&fps=10} or {@code folder:/path}. Options
     * left out of a serial address mean 9600 8N1 without flow control, the usual factory setting.
     *
     * @throws IllegalArgumentException saying what is wrong and in which address
     */
    static DeviceAddress parse(String text) {
        return AddressParser.parse(text);
    }
}
