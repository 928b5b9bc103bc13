package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Bitmap 60 of the status information after an end of day (section 8.2): how often each scheme paid and how much.
 *
 * @param firstReceipt four digits
 * @param lastReceipt four digits
 * @param shares seven, in the order of {@link #SCHEMES}
 */
public record TurnoverTotals(String firstReceipt, String lastReceipt, List<Share> shares) {
    /** In the order of the wire. */
    public static final List<String> SCHEMES =
            List.of("girocard", "JCB", "Mastercard", "American Express", "Visa", "Diners", "others");

    /** Two receipt numbers of two bytes, then for each scheme a count of one byte and a sum of six. */
    private static final int SIZE = 53;

    private static final int RECEIPT_SIZE = 2;
    private static final int SUM_SIZE = 6;
    private static final int COUNT_MAX = 0xFF;

    /** @param minor in the terminal's currency */
    public record Share(int count, long minor) {}

    public TurnoverTotals {
        shares = List.copyOf(shares);
        if (shares.size() != SCHEMES.size()) {
            throw new IllegalArgumentException("totals have " + SCHEMES.size() + " shares, got " + shares.size());
        }
    }

    /** Empty when it is not 53 bytes long or digits are not digits: then there are no totals rather than wrong ones. */
    public static Optional<TurnoverTotals> read(Bytes value) {
        if (value.size() != SIZE) {
            return Optional.empty();
        }
        Optional<String> first = Bcd.digits(value.slice(0, RECEIPT_SIZE));
        Optional<String> last = Bcd.digits(value.slice(RECEIPT_SIZE, 2 * RECEIPT_SIZE));
        List<Share> shares = new ArrayList<>();
        for (int at = 2 * RECEIPT_SIZE; at < SIZE; at += 1 + SUM_SIZE) {
            int count = value.at(at);
            Bcd.digits(value.slice(at + 1, at + 1 + SUM_SIZE))
                    .map(Long::parseLong)
                    .ifPresent(sum -> shares.add(new Share(count, sum)));
        }
        boolean sound = first.isPresent() && last.isPresent() && shares.size() == SCHEMES.size();
        return sound ? Optional.of(new TurnoverTotals(first.get(), last.get(), shares)) : Optional.empty();
    }

    /** The value of the bitmap. A count above 255 does not fit on the wire and is written as 255. */
    public Bytes encode() {
        Bytes bytes = Bcd.encode(firstReceipt).plus(Bcd.encode(lastReceipt));
        for (Share share : shares) {
            bytes = bytes.plus(Bytes.of(Math.min(COUNT_MAX, share.count()))).plus(Bcd.encode(share.minor(), SUM_SIZE));
        }
        return bytes;
    }
}
