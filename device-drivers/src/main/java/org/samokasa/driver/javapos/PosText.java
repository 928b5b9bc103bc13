package org.samokasa.driver.javapos;

import org.samokasa.devices.PaperLine;

/** Lines of paper as text with the escape sequences of UnifiedPOS: ESC, bar, letters. */
final class PosText {
    /** Five lines are enough for every printer to have the last one past its cutter. */
    static final String FEED_TO_CUTTER = "\u001B|5lF";

    private static final String NORMAL = "\u001B|N";
    private static final String BOLD = "\u001B|bC";
    private static final String CENTRE = "\u001B|cA";
    private static final String RIGHT = "\u001B|rA";
    private static final String TALL = "\u001B|3C";
    private static final String DOUBLE = "\u001B|4C";

    private PosText() {}

    /** A QR code and a cut are no text: they have calls of their own. */
    static String of(PaperLine line, int columns) {
        if (line instanceof PaperLine.Text text) {
            return text(text);
        }
        if (line instanceof PaperLine.Columns both) {
            return columns(both, columns);
        }
        if (line instanceof PaperLine.Rule) {
            return "-".repeat(columns) + "\n";
        }
        if (line instanceof PaperLine.Feed feed) {
            return "\n".repeat(feed.lines());
        }
        throw new AssertionError("no text for " + line);
    }

    private static String text(PaperLine.Text text) {
        String align = switch (text.align()) {
            case LEFT -> "";
            case CENTRE -> CENTRE;
            case RIGHT -> RIGHT;
        };
        String size = switch (text.size()) {
            case NORMAL -> "";
            case TALL -> TALL;
            case DOUBLE -> DOUBLE;
        };
        return NORMAL + align + size + (text.bold() ? BOLD : "") + plain(text.text()) + "\n";
    }

    private static String columns(PaperLine.Columns both, int columns) {
        int gap = columns - both.left().length() - both.right().length();
        String middle = gap >= 1
                ? " ".repeat(gap)
                : "\n" + " ".repeat(Math.max(0, columns - both.right().length()));
        return NORMAL + (both.bold() ? BOLD : "") + plain(both.left()) + middle + plain(both.right()) + "\n";
    }

    /** Names of goods come from outside: an escape in one would be a command. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
