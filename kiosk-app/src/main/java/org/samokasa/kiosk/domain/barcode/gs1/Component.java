package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of an identifier's value, written as in GS1's dictionary: {@code N14:c}, {@code X..20}, {@code [N4:t]}.
 *
 * @param letters {@code N} digits, {@code X} character set 82, {@code Y} character set 39, {@code Z} base64url
 * @param min least characters; less than {@code max} only in the last part of a value
 * @param optional the value may end before this part
 * @param check what its content must be beyond its letters
 */
record Component(char letters, int min, int max, boolean optional, Check check) {
    private static final Pattern SHAPE = Pattern.compile("([NXYZ])(\\.\\.)?([0-9]+)(?::(c|d0|d|t))?");
    /** The characters of set 82 that are neither letters nor digits (GS1 General Specifications, figure 7.11-1). */
    private static final String MARKS_82 = "!\"%&'()*+,-./:;<=>?_";

    enum Check {
        NONE,
        /** The last digit is the mod-10 check digit of the part. */
        MOD_10,
        /** A day; day 00 is not allowed. */
        DAY,
        /** A day, or with day 00 the last of its month. */
        DAY_OR_MONTH,
        /** Hours and minutes, 0000 to 2359. */
        TIME
    }

    static Component parse(String text) {
        boolean optional = text.startsWith("[");
        Matcher shape = SHAPE.matcher(optional ? text.substring(1, text.length() - 1) : text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no part of a value");
        }
        int max = Integer.parseInt(shape.group(3));
        return new Component(
                shape.group(1).charAt(0), shape.group(2) == null ? max : 1, max, optional, check(shape.group(4)));
    }

    private static Check check(String mark) {
        if (mark == null) {
            return Check.NONE;
        }
        return switch (mark) {
            case "c" -> Check.MOD_10;
            case "d" -> Check.DAY;
            case "d0" -> Check.DAY_OR_MONTH;
            default -> Check.TIME;
        };
    }

    /** @throws Gs1Exception naming what is wrong with this part */
    void verify(String part) throws Gs1Exception {
        for (int i = 0; i < part.length(); i++) {
            if (!allows(part.charAt(i))) {
                throw Gs1Exception.malformed(String.format(
                        "character %d of '%s' is %s", i + 1, part, letters == 'N' ? "no digit" : "not allowed"));
            }
        }
        switch (check) {
            case MOD_10 -> {
                if (!CheckDigit.fits(part)) {
                    int expected = CheckDigit.mod10(part.substring(0, part.length() - 1));
                    throw new Gs1Exception(
                            Gs1Exception.Fault.CHECK_DIGIT, "check digit " + expected + " expected in " + part);
                }
            }
            case DAY, DAY_OR_MONTH -> Gs1Date.verify(part, check == Check.DAY_OR_MONTH);
            case TIME -> {
                if (part.substring(0, 2).compareTo("23") > 0 || part.charAt(2) > '5') {
                    throw Gs1Exception.malformed("'" + part + "' is no time of day");
                }
            }
            case NONE -> {}
        }
    }

    private boolean allows(char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean lower = c >= 'a' && c <= 'z';
        return switch (letters) {
            case 'N' -> digit;
            case 'Y' -> digit || upper || "#-/".indexOf(c) >= 0;
            case 'Z' -> digit || upper || lower || "-_=".indexOf(c) >= 0;
            default -> digit || upper || lower || MARKS_82.indexOf(c) >= 0;
        };
    }
}
