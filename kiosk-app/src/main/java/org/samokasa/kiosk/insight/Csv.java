package org.samokasa.kiosk.insight;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180: commas, CRLF, quotes doubled. */
public final class Csv {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final String PLAIN_NUMBER = "-[0-9]+([.][0-9]+)?";

    private Csv() {}

    public static String of(Table table) {
        StringBuilder text = new StringBuilder(line(table.columns()));
        table.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Names of goods come from anywhere: a spreadsheet must not take one for a formula. A number stays one. */
    static String cell(String text) {
        boolean formula =
                !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches(PLAIN_NUMBER);
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
