package org.samokasa.protocol.escpos;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width. Nothing is ever cut off. */
final class PaperLayout {
    private PaperLayout() {}

    /** Lines of at most {@code width} characters, broken at blanks, inside a word only when the word is longer. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** Left and right of one line; at least one blank stays between them. */
    static List<String> columns(String left, String right, int width) {
        List<String> lines = new ArrayList<>();
        if (right.length() >= width) {
            lines.addAll(wrap(left, width));
            lines.addAll(wrap(right, width));
            return lines;
        }
        lines.addAll(wrap(left, width - right.length() - 1));
        String last = lines.remove(lines.size() - 1);
        lines.add(last + " ".repeat(width - last.length() - right.length()) + right);
        return lines;
    }
}
