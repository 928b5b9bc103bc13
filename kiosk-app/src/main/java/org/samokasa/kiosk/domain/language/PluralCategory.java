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
            case EN, DE -> count == 1 ? ONE : OTHER;
            case PL -> polish(count);
            case CS -> count == 1 ? ONE : count >= 2 && count <= 4 ? FEW : OTHER;
            case LT -> lithuanian(count);
            case RU -> russian(count);
            case HI -> count == 0 || count == 1 ? ONE : OTHER;
        };
    }

    private static PluralCategory polish(long count) {
        if (count == 1) {
            return ONE;
        }
        return endsInTwoToFour(count) ? FEW : MANY;
    }

    private static PluralCategory russian(long count) {
        if (count % 10 == 1 && count % 100 != 11) {
            return ONE;
        }
        return endsInTwoToFour(count) ? FEW : MANY;
    }

    /** As they are said: twelve to fourteen do not end in two to four. */
    private static boolean endsInTwoToFour(long count) {
        long lastTwo = count % 100;
        long last = count % 10;
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14);
    }

    private static PluralCategory lithuanian(long count) {
        long last = count % 10;
        boolean teens = count % 100 >= 11 && count % 100 <= 19;
        if (last == 0 || teens) {
            return OTHER;
        }
        return last == 1 ? ONE : FEW;
    }
}
