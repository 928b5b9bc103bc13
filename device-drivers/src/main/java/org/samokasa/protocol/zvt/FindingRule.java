package org.samokasa.protocol.zvt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.samokasa.protocol.zvt.Notice.Finding;

/**
 * What the terminal's last transaction proves about an attempt in doubt (section 12.3 step 5).
 *
 * <p>Everything that is not proven is unknown. Numbers wrap and restart, so they are compared for equality only.
 */
final class FindingRule {
    private FindingRule() {}

    /**
     * @param found what the terminal named, empty when it named nothing
     * @param memory what this process remembers of the attempt, empty after a restart
     */
    static Finding judge(
            EnquiryTask.Question question,
            Optional<ZvtResult> found,
            Optional<Knowledge.Attempt> memory,
            Optional<ZoneId> zone,
            Instant now) {
        if (found.isEmpty() || !found.get().transaction().isNamed()) {
            return new Finding.Unknown("the terminal named no transaction");
        }
        ZvtResult result = found.get();
        if (question.before().filter(result.transaction()::isOfAnotherTerminal).isPresent()) {
            return new Finding.Unknown("another terminal answers than before the attempt");
        }
        if (question.before().filter(result.transaction()::isSameAs).isPresent()) {
            return new Finding.NotBooked();
        }
        if (result.originalTrace().isPresent()) {
            return reversal(question, result.originalTrace().get(), memory);
        }
        boolean traceSeen = memory.flatMap(Knowledge.Attempt::trace)
                .filter(result.transaction().trace()::equals)
                .isPresent();
        if (traceSeen && result.isApproved() && result.amountMinor().isPresent()) {
            return new Finding.Paid(result);
        }
        return transaction(question, result, isRecent(result.transaction(), memory, zone, now));
    }

    private static Finding transaction(EnquiryTask.Question question, ZvtResult result, boolean recent) {
        if (question.before().isEmpty()) {
            return new Finding.Unknown("the last transaction before the attempt is not known");
        }
        boolean sameAmount =
                result.amountMinor().filter(a -> a == question.amountMinor()).isPresent()
                        && result.currency().equals(question.currency());
        if (!sameAmount) {
            return new Finding.Unknown("the terminal's last transaction has another amount");
        }
        if (!recent) {
            return new Finding.Unknown("the terminal's last transaction is of another time");
        }
        return result.isApproved()
                ? new Finding.Paid(result)
                : new Finding.Declined(String.format("%02X", result.code()));
    }

    private static Finding reversal(
            EnquiryTask.Question question, String originalTrace, Optional<Knowledge.Attempt> memory) {
        boolean ofOurs = memory.flatMap(Knowledge.Attempt::trace)
                .filter(originalTrace::equals)
                .isPresent();
        // An attempt to reverse is in doubt, and the transaction before it is now reversed. A payment proves nothing by
        // that: somebody may have reversed the sale before by hand.
        boolean isPayment = memory.filter(Knowledge.Attempt::isPayment).isPresent();
        boolean ofTheOneBefore =
                question.before().filter(b -> b.trace().equals(originalTrace)).isPresent();
        if (ofOurs || ofTheOneBefore && !isPayment) {
            return new Finding.WasReversed();
        }
        return new Finding.Unknown("the terminal's last transaction reverses trace " + originalTrace);
    }

    /** True when nothing speaks against it: no zone set, a restart in between, or no date sent. */
    private static boolean isRecent(
            ZvtTransaction transaction, Optional<Knowledge.Attempt> memory, Optional<ZoneId> zone, Instant now) {
        if (zone.isEmpty() || memory.isEmpty()) {
            return true;
        }
        String stamp = transaction.date() + transaction.time();
        if (stamp.length() != 10) {
            return true;
        }
        LocalDateTime from = at(memory.get().startedAt(), zone.get()).minus(ZvtTimes.CLOCK_TOLERANCE);
        LocalDateTime to = at(now, zone.get()).plus(ZvtTimes.CLOCK_TOLERANCE);
        // The terminal sends no year: around the turn of one it may be either.
        return isWithin(stamp, from.getYear(), from, to) || isWithin(stamp, to.getYear(), from, to);
    }

    private static boolean isWithin(String stamp, int year, LocalDateTime from, LocalDateTime to) {
        try {
            LocalDateTime moment = LocalDateTime.of(
                    year, part(stamp, 0), part(stamp, 2), part(stamp, 4), part(stamp, 6), part(stamp, 8));
            return !moment.isBefore(from) && !moment.isAfter(to);
        } catch (DateTimeException noSuchMoment) {
            return false;
        }
    }

    private static LocalDateTime at(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private static int part(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
