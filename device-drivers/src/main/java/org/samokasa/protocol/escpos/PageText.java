package org.samokasa.protocol.escpos;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.samokasa.protocol.Bytes;

/**
 * Text to bytes over several code pages, with the fewest switches a line can have; what no page has is printed as
 * {@code ?}. Remembers which page the printer has selected.
 */
final class PageText {
    private static final int ESC = 0x1B;
    /** Stands for whatever no page of any printer has. */
    private static final char FOREIGN = '\uFFFD';
    /** Dearer than any number of switches. */
    private static final int NEVER = 1_000_000;

    private record Page(int number, CharsetEncoder encoder) {}

    private final List<Page> pages = new ArrayList<>();
    private int present;

    PageText(List<CodePage> codePages) {
        codePages.forEach(
                page -> pages.add(new Page(page.number(), page.charset().newEncoder())));
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a printer has at least one code page");
        }
    }

    /** Selects the first page, as after ESC @, which forgets the selection. */
    Bytes selectFirst() {
        present = 0;
        return Bytes.of(ESC, 't', pages.get(0).number());
    }

    /** @param text as {@link #fit} returns it */
    Bytes encode(String text) {
        int[] route = isOnPresentPage(text) ? stay(text) : route(text);
        StringBuilder run = new StringBuilder();
        Bytes bytes = Bytes.EMPTY;
        for (int i = 0; i < text.length(); i++) {
            if (route[i] != present) {
                bytes = bytes.plus(inPresentPage(run))
                        .plus(Bytes.of(ESC, 't', pages.get(route[i]).number()));
                run.setLength(0);
                present = route[i];
            }
            run.append(has(present, text.charAt(i)) ? text.charAt(i) : '?');
        }
        return bytes.plus(inPresentPage(run));
    }

    /** No way is cheaper than no switch at all. */
    private boolean isOnPresentPage(String text) {
        return text.chars().allMatch(each -> has(present, (char) each));
    }

    private int[] stay(String text) {
        int[] route = new int[text.length()];
        Arrays.fill(route, present);
        return route;
    }

    /** For each character the page it is printed from: the cheapest way through the line, from its end backwards. */
    private int[] route(String text) {
        int[][] next = new int[text.length()][pages.size()];
        int[] rest = new int[pages.size()];
        for (int i = text.length() - 1; i >= 0; i--) {
            int[] from = new int[pages.size()];
            boolean known = isKnown(text.charAt(i));
            for (int page = 0; page < pages.size(); page++) {
                int best = known && !has(page, text.charAt(i)) ? -1 : page;
                int cost = best < 0 ? NEVER : rest[page];
                for (int other = 0; other < pages.size(); other++) {
                    boolean prints = !known || has(other, text.charAt(i));
                    if (prints && rest[other] + 1 < cost) {
                        best = other;
                        cost = rest[other] + 1;
                    }
                }
                next[i][page] = best;
                from[page] = cost;
            }
            rest = from;
        }
        int[] route = new int[text.length()];
        int page = present;
        for (int i = 0; i < text.length(); i++) {
            page = next[i][page];
            route[i] = page;
        }
        return route;
    }

    private boolean has(int page, char wanted) {
        return pages.get(page).encoder().canEncode(wanted);
    }

    private boolean isKnown(char wanted) {
        return pages.stream().anyMatch(page -> page.encoder().canEncode(wanted));
    }

    /** Whether every character of a fitted text is on some page. */
    boolean printsAll(String fitted) {
        return fitted.chars().allMatch(each -> isKnown((char) each));
    }

    private Bytes inPresentPage(CharSequence run) {
        return Bytes.copyOf(run.toString().getBytes(pages.get(present).encoder().charset()));
    }

    /**
     * Makes text fit for paper: letters and accents composed, blanks and dashes of typography as plain ones, control
     * characters as blanks, and signs that no page has in the letters people use for them (LOCALE.md section 1). A product
     * name must not be able to hold a printer command.
     */
    String fit(String text) {
        StringBuilder fitted = new StringBuilder(text.length());
        printable(text).codePoints().forEach(each -> {
            if (Character.isSupplementaryCodePoint(each)) {
                fitted.append(FOREIGN);
            } else if (isKnown((char) each)) {
                fitted.append((char) each);
            } else {
                fitted.append(instead((char) each));
            }
        });
        return fitted.toString();
    }

    private static String instead(char sign) {
        return switch (sign) {
            case '\u20AC' -> "EUR";
            case '\u20B9' -> "Rs.";
            case '\u20BD' -> "RUB";
            case '\u2013', '\u2014' -> "-";
            case '\u2018', '\u2019', '\u201A' -> "'";
            case '\u201C', '\u201D', '\u201E' -> "\"";
            case '\u2026' -> "...";
            default -> String.valueOf(sign);
        };
    }

    static String printable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        for (char each : composed.toCharArray()) {
            clean.append(
                    switch (each) {
                        case '\u00A0', '\u202F', '\u2009' -> ' ';
                        case '\u2212', '\u2011' -> '-';
                        default -> Character.isISOControl(each) ? ' ' : each;
                    });
        }
        return clean.toString();
    }
}
