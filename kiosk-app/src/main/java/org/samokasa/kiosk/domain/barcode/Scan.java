package org.samokasa.kiosk.domain.barcode;

import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/** What one scanner message turned out to be. */
public sealed interface Scan {
    /** The message as it came, without line end. */
    String raw();

    /** Symbology when known or guessed from the length, for instance {@code EAN-13}; empty when unknown. */
    String symbology();

    /** An article with a number of its own. */
    record TradeItem(String raw, String aim, String symbology, String gtin14, ItemKey key) implements Scan {}

    /**
     * An article whose number carries a weight or a price.
     *
     * @param grams weight of the label, empty for a price label
     * @param price price of the label, empty for a weight label
     */
    record MeasuredItem(
            String raw, String aim, String symbology, ItemKey key, Optional<Integer> grams, Optional<Money> price)
            implements Scan {}

    /** A number of the shop's own that no rule explains: looked up as it stands. */
    record StoreItem(String raw, String aim, String symbology, ItemKey key) implements Scan {}

    /** A produce number, keyed or scanned. */
    record ProduceCode(String raw, String aim, String symbology, ItemKey key) implements Scan {}

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
        /** No length or character set that any article number has. */
        NOT_A_NUMBER,
        /** The small code beside a periodical's main code. */
        ADDON_ONLY,
        COUPON_NOT_HERE,
        /** A number on a carton or pallet. */
        LOGISTIC_UNIT,
        /** The label carries no weight or no price. */
        EMPTY_MEASURE,
        /** A web link or a GS1 element string, which this version does not read. */
        NOT_READ_YET,
        /** An identifier of a symbology that never marks goods. */
        NOT_FOR_GOODS
    }
}
