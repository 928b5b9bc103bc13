package org.samokasa.kiosk.domain.barcode;

import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/** What one scanner message turned out to be. */
public sealed interface Scan {
    /** The message as it came, without line end. */
    String raw();

    /** AIM identifier, for instance {@code ]E0}; empty when the reader sent none and the meaning was guessed. */
    String aim();

    /** Symbology when known or guessed from the length, for instance {@code EAN-13}; empty when unknown. */
    String symbology();

    /**
     * An article with a number of its own.
     *
     * @param addOn the small code beside a periodical's main code, 2 or 5 digits; empty when there is none
     */
    record TradeItem(String raw, String aim, String symbology, String gtin14, ItemKey key, String addOn)
            implements Scan {}

    /** An article whose code says more about this one piece: weight, price, dates, lot, serial. */
    record MarkedItem(String raw, String aim, String symbology, String gtin14, ItemKey key, Mark mark)
            implements Scan {}

    /**
     * An article whose number carries a weight, a price or a count; exactly one of them is there.
     *
     * @param grams weight of the label
     * @param pieces count of the label
     * @param price price of the label
     */
    record MeasuredItem(
            String raw,
            String aim,
            String symbology,
            ItemKey key,
            Optional<Integer> grams,
            Optional<Integer> pieces,
            Optional<Money> price)
            implements Scan {}

    /** A number of the shop's own that no rule explains: looked up as it stands. */
    record StoreItem(String raw, String aim, String symbology, ItemKey key) implements Scan {}

    /** A produce number, keyed or scanned. */
    record ProduceCode(String raw, String aim, String symbology, ItemKey key) implements Scan {}

    /**
     * A coupon with a number of its own; what it is worth stands in it or in the shop's promotions.
     *
     * @param fields parts of its number, by name
     * @param value taken off the total, when it says so
     * @param percentHundredths taken off in hundredths of a percent, when it says so
     */
    record Coupon(
            String raw,
            String aim,
            String symbology,
            Map<String, String> fields,
            Optional<Money> value,
            Optional<Integer> percentHundredths,
            Mark mark)
            implements Scan {}

    /**
     * Nothing that can be sold: why, for the shopper's screen and for the log.
     *
     * @param unlessListed some numbers mark no goods by their range, and yet a shop may list goods under them: sold if
     *     the catalogue has this key; empty when nothing can be listed under it
     */
    record Refused(
            String raw, String aim, String symbology, Reason reason, String detail, Optional<ItemKey> unlessListed)
            implements Scan {}

    enum Reason {
        /** A digit is damaged: scan again. */
        BAD_CHECK_DIGIT,
        /** Digits, but not as many as any article number has. */
        BAD_LENGTH,
        /** No character set that any article number has. */
        NOT_A_NUMBER,
        /** Identifiers, dates or characters that GS1 does not allow. */
        BAD_GS1,
        /** The small code beside a periodical's main code. */
        ADDON_ONLY,
        COUPON_NOT_HERE,
        /** A number on a carton or pallet. */
        LOGISTIC_UNIT,
        /** The label carries no weight or no price. */
        VARIABLE_WITHOUT_MEASURE,
        /** A price in another currency than the till's. */
        WRONG_CURRENCY,
        /** A web address that names no article. */
        NOT_A_PRODUCT_LINK,
        /** An identifier of a symbology that never marks goods. */
        NOT_FOR_GOODS;

        /** Whether another try may help: the reader saw it badly. */
        public boolean isMisread() {
            return this == BAD_CHECK_DIGIT
                    || this == BAD_LENGTH
                    || this == NOT_A_NUMBER
                    || this == BAD_GS1
                    || this == ADDON_ONLY;
        }
    }
}
