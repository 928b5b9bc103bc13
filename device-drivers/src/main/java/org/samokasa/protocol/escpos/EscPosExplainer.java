package org.samokasa.protocol.escpos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samokasa.protocol.Bytes;

/** Puts a print stream into words, one command after the other (sheet section 2). */
public final class EscPosExplainer {
    private static final int INCOMPLETE = -1;
    private static final int UNKNOWN = -2;

    /** Lead, code, how many bytes follow, what it does. */
    private record Known(String hex, int length, String name) {}

    private static final List<Known> KNOWN = List.of(
            new Known("1B 40", 0, "initialise"),
            new Known("1C 2E", 0, "leave two-byte mode"),
            new Known("1C 26", 0, "two-byte mode"),
            new Known("1B 74", 1, "code page"),
            new Known("1B 52", 1, "national set"),
            new Known("1B 61", 1, "align"),
            new Known("1B 45", 1, "emphasised"),
            new Known("1B 47", 1, "double strike"),
            new Known("1B 2D", 1, "underline"),
            new Known("1B 21", 1, "print mode"),
            new Known("1B 4D", 1, "font"),
            new Known("1B 32", 0, "default line spacing"),
            new Known("1B 33", 1, "line spacing"),
            new Known("1B 64", 1, "feed lines"),
            new Known("1B 4A", 1, "feed dots"),
            new Known("1B 69", 0, "full cut"),
            new Known("1B 6D", 0, "partial cut"),
            new Known("1B 70", 3, "drawer"),
            new Known("1B 63", 2, "panel or sensors"),
            new Known("1B 3D", 1, "select device"),
            new Known("1D 21", 1, "size"),
            new Known("1D 42", 1, "white on black"),
            new Known("1D 48", 1, "bar code digits"),
            new Known("1D 66", 1, "bar code font"),
            new Known("1D 68", 1, "bar code height"),
            new Known("1D 77", 1, "bar code module"),
            new Known("1D 4C", 2, "left margin"),
            new Known("1D 57", 2, "print width"),
            new Known("1D 49", 1, "identify"),
            new Known("1D 61", 1, "automatic status"),
            new Known("1D 72", 1, "status in turn"),
            new Known("10 04", 1, "real-time status"),
            new Known("10 05", 1, "recover"),
            new Known("10 14", 3, "real-time pulse"));

    private EscPosExplainer() {}

    /** One map for each command or run of text; an unknown or unfinished command has {@code valid} false. */
    public static List<Map<String, Object>> explain(Bytes stream) {
        List<Map<String, Object>> all = new ArrayList<>();
        int at = 0;
        while (at < stream.size()) {
            int end = stream.at(at) >= 0x20 ? textEnd(stream, at) : commandEnd(stream, at);
            boolean valid = end > 0;
            int to = end == UNKNOWN ? Math.min(stream.size(), at + 2) : end == INCOMPLETE ? stream.size() : end;
            all.add(words(stream.slice(at, to), valid, end));
            at = to;
        }
        return all;
    }

    private static Map<String, Object> words(Bytes command, boolean valid, int end) {
        Map<String, Object> words = new LinkedHashMap<>();
        boolean text = command.at(0) >= 0x20;
        words.put("name", text ? "text" : name(command));
        if (text) {
            words.put("text", command.toText(StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "."));
        }
        words.put("bytes", command.size() > 24 ? command.slice(0, 24).toHex() + " .." : command.toHex());
        words.put("length", command.size());
        words.put("valid", valid);
        if (!valid) {
            words.put("error", end == INCOMPLETE ? "the command is not finished" : "no command of this subset");
        }
        return words;
    }

    private static int textEnd(Bytes stream, int at) {
        int end = at;
        while (end < stream.size() && stream.at(end) >= 0x20) {
            end++;
        }
        return end;
    }

    private static String name(Bytes command) {
        String start = command.slice(0, Math.min(2, command.size())).toHex();
        return switch (start) {
            case "1D 56" -> "cut";
            case "1D 6B" -> "bar code";
            case "1D 76" -> "picture";
            case "1D 28" -> group(command);
            default ->
                KNOWN.stream()
                        .filter(known -> known.hex().equals(start))
                        .map(Known::name)
                        .findFirst()
                        .orElse(command.at(0) == 0x0A ? "line" : "control");
        };
    }

    private static String group(Bytes command) {
        return switch (command.size() > 2 ? command.at(2) : 0) {
            case 'k' -> "two-dimensional code";
            case 'L' -> "graphics";
            case 'H' -> "process id";
            default -> "extended command";
        };
    }

    private static int commandEnd(Bytes stream, int at) {
        int lead = stream.at(at);
        if (lead != 0x1B && lead != 0x1C && lead != 0x1D && lead != 0x10) {
            return at + 1;
        }
        Bytes after = stream.slice(Math.min(stream.size(), at + 2), stream.size());
        if (at + 1 >= stream.size()) {
            return INCOMPLETE;
        }
        int length = length(stream.slice(at, at + 2).toHex(), after);
        if (length < 0) {
            return length;
        }
        return at + 2 + length > stream.size() ? INCOMPLETE : at + 2 + length;
    }

    private static int length(String start, Bytes after) {
        return switch (start) {
            case "1D 56" -> after.isEmpty() ? INCOMPLETE : after.at(0) >= 0x41 ? 2 : 1;
            case "1D 28", "1B 28" -> after.size() < 3 ? INCOMPLETE : 3 + after.at(1) + 256 * after.at(2);
            case "1D 76" ->
                after.size() < 6
                        ? INCOMPLETE
                        : 6 + (after.at(2) + 256 * after.at(3)) * (after.at(4) + 256 * after.at(5));
            case "1D 6B" -> barcode(after);
            default ->
                KNOWN.stream()
                        .filter(known -> known.hex().equals(start))
                        .map(Known::length)
                        .findFirst()
                        .orElse(UNKNOWN);
        };
    }

    private static int barcode(Bytes after) {
        if (after.size() < 2) {
            return INCOMPLETE;
        }
        if (after.at(0) >= 0x41) {
            return 2 + after.at(1);
        }
        for (int i = 1; i < after.size(); i++) {
            if (after.at(i) == 0) {
                return i + 1;
            }
        }
        return INCOMPLETE;
    }
}
