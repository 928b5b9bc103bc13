package org.samokasa.kiosk.domain.barcode.gs1;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/** Dates as GS1 writes them, YYMMDD: without a century, and with day 00 for the last day of a month. */
public final class Gs1Date {
    /** GS1 General Specifications 7.12: more than 50 years ahead means the century before .. */
    private static final int AHEAD_MAX = 50;
    /** .. and 50 years or more behind the one after. */
    private static final int BEHIND_MIN = -50;

    private Gs1Date() {}

    /**
     * @param digits six digits, checked already
     * @param today of the shop; decides the century
     */
    public static LocalDate resolve(String digits, LocalDate today) {
        int distance = number(digits, 0) - Math.floorMod(today.getYear(), 100);
        int century = today.getYear() - Math.floorMod(today.getYear(), 100);
        if (distance > AHEAD_MAX) {
            century -= 100;
        } else if (distance <= BEHIND_MIN) {
            century += 100;
        }
        YearMonth month = YearMonth.of(century + number(digits, 0), number(digits, 2));
        int day = number(digits, 4);
        return day == 0 || day > month.lengthOfMonth() ? month.atEndOfMonth() : month.atDay(day);
    }

    /** @param digits YYMMDDHHMM, checked already; time of the shop's own zone */
    public static LocalDateTime resolveMinute(String digits, LocalDate today) {
        return resolve(digits, today).atTime(number(digits, 6), number(digits, 8));
    }

    /** A day that exists in some year of that number: the century is not known here, so 29 February passes in 00. */
    static void verify(String digits, boolean dayMayBeZero) throws Gs1Exception {
        int month = number(digits, 2);
        if (month < 1 || month > 12) {
            throw Gs1Exception.malformed("'" + digits + "' is no date: month " + digits.substring(2, 4));
        }
        int day = number(digits, 4);
        // 2000 + YY is a leap year exactly when YY can be divided by four.
        int last = YearMonth.of(2000 + number(digits, 0), month).lengthOfMonth();
        if (day > last || day == 0 && !dayMayBeZero) {
            throw Gs1Exception.malformed("'" + digits + "' is no date: day " + digits.substring(4, 6));
        }
    }

    private static int number(String digits, int from) {
        return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
    }
}
