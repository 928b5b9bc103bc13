package org.samokasa.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * {@code tls://host:port?trust=FILE&name=NAME}, {@code camera:/dev/video0?size=1280x720&fps=10} or {@code folder:/path}. Options
     * left out of a serial address mean 9600 8N1 without flow control, the usual factory setting.
     *
     * @throws IllegalArgumentException saying what is wrong and in which address
     */
    static DeviceAddress parse(String text) {
        Objects.requireNonNull(text, "text");
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw wrong(text, "expected serial:PATH or tcp://HOST:PORT");
        }
        String scheme = text.substring(0, colon);
        return switch (scheme) {
            case "serial" -> serial(text, text.substring(colon + 1));
            case "tcp" -> tcp(text, text.substring(colon + 1));
            case "tls" -> tls(text, text.substring(colon + 1));
            case "camera" -> camera(text, text.substring(colon + 1));
            case "folder" -> new Folder(path(text, text.substring(colon + 1)));
            case "usb", "javapos", "keyboard" -> throw wrong(text, scheme + ": is not supported yet");
            default ->
                throw wrong(text, "unknown kind '" + scheme + ":', expected serial:, tcp:, tls:, camera: or folder:");
        };
    }

    private static Serial serial(String text, String rest) {
        int mark = rest.indexOf('?');
        String path = mark < 0 ? rest : rest.substring(0, mark);
        if (path.isBlank()) {
            throw wrong(text, "the path of the port is missing");
        }
        Map<String, String> options = options(text, mark < 0 ? "" : rest.substring(mark + 1));
        int baud = number(text, "baud", options.remove("baud"), 9600, 300, 921_600);
        int bits = number(text, "bits", options.remove("bits"), 8, 7, 8);
        int stop = number(text, "stop", options.remove("stop"), 1, 1, 2);
        Parity parity = choice(text, "parity", options.remove("parity"), Parity.NONE);
        Flow flow = choice(text, "flow", options.remove("flow"), Flow.NONE);
        if (!options.isEmpty()) {
            throw wrong(
                    text,
                    "unknown option '" + options.keySet().iterator().next()
                            + "', known: baud, bits, parity, stop, flow");
        }
        return new Serial(path, baud, bits, parity, stop, flow);
    }

    private static Camera camera(String text, String rest) {
        int mark = rest.indexOf('?');
        String path = path(text, mark < 0 ? rest : rest.substring(0, mark));
        Map<String, String> options = options(text, mark < 0 ? "" : rest.substring(mark + 1));
        String[] size = options.getOrDefault("size", "1280x720").split("x", -1);
        options.remove("size");
        if (size.length != 2) {
            throw wrong(text, "size is not written WIDTHxHEIGHT");
        }
        int fps = number(text, "fps", options.remove("fps"), 10, 1, 60);
        String program = options.getOrDefault("program", "ffmpeg");
        options.remove("program");
        if (!options.isEmpty()) {
            throw wrong(text, "unknown option '" + options.keySet().iterator().next() + "', known: size, fps, program");
        }
        return new Camera(
                path,
                number(text, "size", size[0], 0, 64, 3840),
                number(text, "size", size[1], 0, 64, 2160),
                fps,
                program);
    }

    private static String path(String text, String path) {
        if (path.isBlank()) {
            throw wrong(text, "the path is missing");
        }
        return path;
    }

    private static Tcp tcp(String text, String rest) {
        if (!rest.startsWith("//")) {
            throw wrong(text, "expected tcp://HOST:PORT");
        }
        String place = rest.substring(2);
        int colon = place.lastIndexOf(':');
        if (colon <= 0 || place.endsWith("]")) {
            throw wrong(text, "the port is missing, expected tcp://HOST:PORT");
        }
        String host = place.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (!host.matches("[A-Za-z0-9._-]+")) {
            throw wrong(text, "'" + host + "' is no host name");
        }
        String port = place.substring(colon + 1);
        if (port.isEmpty()) {
            throw wrong(text, "the port is missing, expected tcp://HOST:PORT");
        }
        return new Tcp(host, number(text, "port", port, 0, 1, 65_535));
    }

    private static Tls tls(String text, String rest) {
        int mark = rest.indexOf('?');
        Tcp place = tcp(text, mark < 0 ? rest : rest.substring(0, mark));
        Map<String, String> options = options(text, mark < 0 ? "" : rest.substring(mark + 1));
        String trust = options.remove("trust");
        String names = options.remove("name");
        if (trust == null || trust.isBlank() || names == null || names.isBlank() || !options.isEmpty()) {
            throw wrong(text, "expected tls://HOST:PORT?trust=FILE&name=NAME[,NAME]");
        }
        return new Tls(place.host(), place.port(), trust, List.of(names.split(",")));
    }

    private static Map<String, String> options(String text, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return options;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw wrong(text, "option '" + pair + "' is not written name=value");
            }
            if (options.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw wrong(text, "option '" + pair.substring(0, equals) + "' is given twice");
            }
        }
        return options;
    }

    private static int number(String text, String name, String value, int absent, int least, int most) {
        if (value == null) {
            return absent;
        }
        if (value.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(text, name + "=" + value + " is not a number from " + least + " to " + most);
    }

    private static <E extends Enum<E>> E choice(String text, String name, String value, E absent) {
        if (value == null) {
            return absent;
        }
        StringBuilder known = new StringBuilder();
        for (E each : absent.getDeclaringClass().getEnumConstants()) {
            String word = each.name().toLowerCase(java.util.Locale.ROOT);
            if (word.equals(value)) {
                return each;
            }
            known.append(known.isEmpty() ? "" : ", ").append(word);
        }
        throw wrong(text, name + "=" + value + " is not one of " + known);
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("device address '" + text + "': " + why);
    }
}
