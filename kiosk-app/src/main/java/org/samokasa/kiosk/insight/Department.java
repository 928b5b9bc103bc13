package org.samokasa.kiosk.insight;

import java.util.Map;
import org.samokasa.kiosk.help.HelpCause;

/** Who in the shop can change something about a cause for good. */
public enum Department {
    /** Prices, names, barcodes, weights and flags of packed goods. */
    PRICES,
    /** Loose goods: pictures, numbers, tare. */
    PRODUCE,
    /** Machines, networks, the way through the screens. */
    IT,
    SECURITY,
    /** Money, terminals' contracts, refunds. */
    CASH_OFFICE;

    /**
     * The department of each cause that a shop can do something about. Missing are the causes that law or the shop
     * itself wants to happen: they come again and again and nobody shall be asked to stop them.
     */
    static final Map<HelpCause, Department> BY_CAUSE = Map.of(
            HelpCause.UNKNOWN_ITEM, PRICES,
            HelpCause.PRICE_QUERY, PRICES,
            HelpCause.WEIGHT_MISMATCH, PRICES,
            HelpCause.SECURITY_CHECK, SECURITY,
            HelpCause.PAYMENT_IN_DOUBT, CASH_OFFICE,
            HelpCause.PAYMENT_TROUBLE, CASH_OFFICE,
            HelpCause.DEVICE_FAULT, IT,
            HelpCause.PAPER_OUT, IT,
            HelpCause.STUCK_SHOPPER, IT,
            HelpCause.SHOPPER_CALLED, IT);
}
