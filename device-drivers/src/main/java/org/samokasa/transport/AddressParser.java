package org.samokasa.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samokasa.transport.DeviceAddress.Camera;
import org.samokasa.transport.DeviceAddress.Flow;
import org.samokasa.transport.DeviceAddress.Folder;
import org.samokasa.transport.DeviceAddress.JavaPos;
import org.samokasa.transport.DeviceAddress.Keyboard;
import org.samokasa.transport.DeviceAddress.Parity;
import org.samokasa.transport.DeviceAddress.Serial;
import org.samokasa.transport.DeviceAddress.Tcp;
import org.samokasa.transport.DeviceAddress.Tls;
import org.samokasa.transport.DeviceAddress.Usb;

/** Reads addresses as configurations write them; says what is wrong and in which. */
final class AddressParser {
    private AddressParser() {}

    static DeviceAddress parse(String text) {
        Objects.requireNonNull(text, "text");
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw wrong(text, "expected serial:PATH or tcp://HOST:PORT");
        }
        String scheme = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return switch (scheme) {
            case "serial" -> serial(text, rest);
            case "tcp" -> tcp(text, rest);
            case "tls" -> tls(text, rest);
            case "usb" -> usb(text, rest);
            case "javapos" -> javaPos(text, rest);
            case "keyboard" -> keyboard(text, rest);
            case "camera" -> camera(text, rest);
            case "folder" -> new Folder(path(text, rest));
            default ->
                throw wrong(
                        text,
                        "unknown kind '" + scheme
                                + ":', expected serial:, tcp:, tls:, usb:, javapos:, keyboard:, camera: or folder:");
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

    private static Usb usb(String text, String rest) {
        int mark = rest.indexOf('?');
        String id = mark < 0 ? rest : rest.substring(0, mark);
        if (!id.matches("[0-9A-Fa-f]{4}:[0-9A-Fa-f]{4}")) {
            throw wrong(text, "expected usb:VVVV:PPPP, four hex digits each");
        }
        Map<String, String> options = options(text, mark < 0 ? "" : rest.substring(mark + 1));
        String serial = options.containsKey("serial") ? options.remove("serial") : "";
        int number = number(text, "interface", options.remove("interface"), -1, 0, 255);
        if (!options.isEmpty()) {
            throw wrong(text, "unknown option '" + options.keySet().iterator().next() + "', known: serial, interface");
        }
        return new Usb(Integer.parseInt(id.substring(0, 4), 16), Integer.parseInt(id.substring(5), 16), serial, number);
    }

    private static JavaPos javaPos(String text, String rest) {
        if (rest.isBlank()) {
            throw wrong(text, "the logical name is missing, expected javapos:NAME");
        }
        return new JavaPos(rest);
    }

    private static Keyboard keyboard(String text, String rest) {
        if (!rest.isEmpty()) {
            throw wrong(text, "nothing may follow keyboard:, there is one");
        }
        return new Keyboard();
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
