package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.Optional;

/** Elements as symbols carry them: identifier, value, identifier, value, with a separator where a length is open. */
public final class ElementString {
    /** How scanners send a later FNC1. */
    public static final char SEPARATOR = '\u001D';

    private ElementString() {}

    /**
     * Reads all elements. Separators that are not needed, first, last or after a value of known length, are accepted.
     * An identifier nobody knows hides where its value ends: after an article number the rest is left out with a warning.
     *
     * @throws Gs1Exception saying what is wrong and at which character
     */
    public static Elements parse(String data) throws Gs1Exception {
        Elements.Gathering read = new Elements.Gathering();
        int at = 0;
        while (at < data.length()) {
            if (data.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            Optional<Identifier> identifier = Identifiers.at(data, at);
            if (identifier.isEmpty()) {
                unknown(data, at, read);
                break;
            }
            int begin = at + identifier.get().ai().length();
            int end = end(data, begin, identifier.get());
            read.put(identifier.get(), data.substring(begin, end));
            at = end;
        }
        return read.done();
    }

    /** Whether a text without any identifier of its symbology is most probably an element string. */
    public static boolean looksLikeOne(String text) {
        boolean beginsWithArticle = text.length() >= 16
                && text.startsWith("01")
                && text.substring(2, 16).chars().allMatch(c -> c >= '0' && c <= '9')
                && CheckDigit.fits(text.substring(2, 16));
        return beginsWithArticle || text.indexOf(SEPARATOR) >= 0;
    }

    private static int end(String data, int begin, Identifier identifier) throws Gs1Exception {
        int separator = data.indexOf(SEPARATOR, begin);
        int open = separator < 0 ? data.length() : separator;
        if (identifier.separated()) {
            return open;
        }
        int end = begin + identifier.longest();
        if (end > open) {
            throw Gs1Exception.malformed("(" + identifier.ai() + ") at character " + (begin + 1) + ": "
                    + identifier.longest() + " characters expected, " + (open - begin) + " found");
        }
        return end;
    }

    private static void unknown(String data, int at, Elements.Gathering read) throws Gs1Exception {
        String text = data.substring(at, Math.min(data.length(), at + 4));
        String what = "no identifier begins with '" + text + "' at character " + (at + 1);
        if (!read.has("01")) {
            throw Gs1Exception.malformed(what);
        }
        read.warn(what + "; the rest is not read");
    }
}
