package org.samokasa.kiosk.domain.receipt;

import java.time.LocalDateTime;
import java.util.List;
import org.samokasa.kiosk.domain.basket.Basket;
import org.samokasa.kiosk.domain.tax.TaxTable;

/**
 * A paid sale, as far as its receipt is concerned.
 *
 * @param paidAt in the shop's own time
 * @param ageApproved years a human confirmed, 0 for none
 * @param cardLines what is to be said of the card: pairs of name and value
 * @param slip the terminal's own text for the customer, printed unchanged; empty when it made none
 * @param copy heads it as a copy
 */
public record ReceiptData(
        ShopInfo shop,
        int lane,
        long saleNumber,
        LocalDateTime paidAt,
        Basket basket,
        String currency,
        List<TaxTable.Share> taxes,
        int ageApproved,
        List<CardLine> cardLines,
        List<ReceiptPart> slip,
        boolean copy) {

    /** @param key key of the word file; @param value figures or names, the same in all languages */
    public record CardLine(String key, String value) {}
}
