package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Elements inside a web address (GS1 Digital Link URI Syntax 1.6): {@code https://any.host/01/09521234543213/10/L1?17=261231}.
 * Nothing is ever fetched; the host does not matter.
 */
public final class DigitalLink {
    /** Identifiers that can be the subject of a link, with those that may follow in the path, in this order. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("01", List.of("22", "10", "21", "235")),
            Map.entry("00", List.of()),
            Map.entry("253", List.of()),
            Map.entry("255", List.of()),
            Map.entry("401", List.of()),
            Map.entry("402", List.of()),
            Map.entry("414", List.of("254", "7040")),
            Map.entry("415", List.of("8020")),
            Map.entry("417", List.of("7040")),
            Map.entry("8003", List.of()),
            Map.entry("8004", List.of("7040")),
            Map.entry("8006", List.of("22", "10", "21")),
            Map.entry("8010", List.of("8011")),
            Map.entry("8013", List.of()),
            Map.entry("8017", List.of("8019")),
            Map.entry("8018", List.of("8019")));

    private final String uri;
    private final Elements.Gathering read = new Elements.Gathering();

    private DigitalLink(String uri) {
        this.uri = uri;
    }

    /** Whether this is a web address at all. */
    public static boolean isAddress(String text) {
        String scheme = text.substring(0, Math.min(8, text.length()));
        return scheme.startsWith("http://")
                || scheme.startsWith("https://")
                || scheme.startsWith("HTTP://")
                || scheme.startsWith("HTTPS://");
    }

    /**
     * Reads the elements of a link. Small faults that older printed codes have (a short article number, a qualifier in the
     * query or in the wrong order, a slash at the end) are taken with a warning.
     *
     * @throws Gs1Exception {@link Gs1Exception.Fault#NO_PRODUCT_LINK} when the address names nothing that GS1 numbers
     */
    public static Elements parse(String uri) throws Gs1Exception {
        return new DigitalLink(uri).elements();
    }

    private Elements elements() throws Gs1Exception {
        String whole = before(uri, '#');
        String[] segments = path(before(whole, '?')).split("/", -1);
        int last = segments.length - 1;
        if (last > 0 && segments[last].isEmpty()) {
            read.warn("a slash at the end of the path");
            last--;
        }
        int key = key(segments, last);
        if (key < 0) {
            throw new Gs1Exception(
                    Gs1Exception.Fault.NO_PRODUCT_LINK, "a web address without an article number: " + uri);
        }
        takeKey(segments[key], decoded(segments[key + 1], false));
        takeQualifiers(segments, key, last);
        int query = whole.indexOf('?');
        if (query >= 0) {
            takeQuery(segments[key], whole.substring(query + 1));
        }
        return read.done();
    }

    /** The path behind scheme and host, still encoded; empty when there is none. */
    private static String path(String address) {
        int host = address.indexOf("://") + 3;
        int slash = address.indexOf('/', host);
        return slash < 0 ? "" : address.substring(slash + 1);
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    /** The right-most key with a value behind it, and only identifiers with values behind that; -1 when there is none. */
    private static int key(String[] segments, int last) {
        for (int i = last - 1; i >= 0; i -= 2) {
            if (KEYS.containsKey(segments[i])) {
                return i;
            }
            if (Identifiers.find(segments[i]).isEmpty()) {
                return -1;
            }
        }
        return -1;
    }

    private void takeKey(String ai, String value) throws Gs1Exception {
        String padded = value;
        if (ai.equals("01") && value.matches("[0-9]{8}|[0-9]{12}|[0-9]{13}")) {
            padded = "0".repeat(14 - value.length()) + value;
            read.warn("(01) with " + value.length() + " digits, 14 expected");
        }
        take(ai, padded);
    }

    private void takeQualifiers(String[] segments, int key, int last) throws Gs1Exception {
        List<String> allowed = KEYS.get(segments[key]);
        int before = -1;
        for (int i = key + 2; i < last; i += 2) {
            int place = allowed.indexOf(segments[i]);
            if (place < 0) {
                throw Gs1Exception.malformed(
                        "(" + segments[i] + ") may not stand in the path behind (" + segments[key] + ")");
            }
            if (place <= before) {
                read.warn("(" + segments[i] + ") stands too late in the path");
            }
            before = Math.max(before, place);
            take(segments[i], decoded(segments[i + 1], false));
        }
    }

    private void takeQuery(String key, String query) throws Gs1Exception {
        for (String pair : query.split("[&;]")) {
            int equals = pair.indexOf('=');
            if (equals < 0 || !pair.substring(0, equals).matches("[0-9]+")) {
                continue;
            }
            String ai = pair.substring(0, equals);
            if (KEYS.get(key).contains(ai)) {
                read.warn("(" + ai + ") in the query, its place is the path");
            }
            take(ai, decoded(pair.substring(equals + 1), true));
        }
    }

    private void take(String ai, String value) throws Gs1Exception {
        Optional<Identifier> identifier = Identifiers.find(ai);
        if (identifier.isEmpty()) {
            throw Gs1Exception.malformed("no identifier " + ai + " is known, in " + uri);
        }
        if (read.has(ai)) {
            throw Gs1Exception.malformed("(" + ai + ") stands twice in " + uri);
        }
        read.put(identifier.get(), value);
    }

    /** Undoes percent signs once, byte by byte: no value may hold more than ASCII, so others are refused later. */
    private static String decoded(String text, boolean plusIsSpace) throws Gs1Exception {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                plain.append((char) hex(text, i));
                i += 2;
            } else {
                plain.append(c == '+' && plusIsSpace ? ' ' : c);
            }
        }
        return plain.toString();
    }

    private static int hex(String text, int percent) throws Gs1Exception {
        String digits = text.substring(percent + 1, Math.min(text.length(), percent + 3));
        if (!digits.matches("[0-9A-Fa-f]{2}") || digits.equals("00")) {
            throw Gs1Exception.malformed("'%" + digits + "' is no character, in '" + text + "'");
        }
        return Integer.parseInt(digits, 16);
    }
}
