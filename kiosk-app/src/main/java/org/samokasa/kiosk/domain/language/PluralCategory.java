package org.samokasa.kiosk.domain.language;

/**
 * Which form of a word a count asks for, by the cardinal rules of the Unicode CLDR. Whole counts only: no screen of ours
 * counts in fractions.
 */
public enum PluralCategory {
    ONE,
    FEW,
    MANY,
    OTHER;

    public static PluralCategory of(Language language, long count) {
        return switch (language) {
            case EN -> count == 1 ? ONE : OTHER;
            case PL -> polish(count);
            case HI -> count == 0 || count == 1 ? ONE : OTHER;
        };
    }

    private static PluralCategory polish(long count) {
        if (count == 1) {
            return ONE;
        }
        long lastTwo = count % 100;
        long last = count % 10;
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? FEW : MANY;
    }
}
