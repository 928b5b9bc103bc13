package org.samokasa.kiosk.ui.model;

import org.samokasa.kiosk.lane.LanePolicy;

/**
 * What never changes while the lane runs.
 *
 * @param means how shoppers pay here
 */
public record ShopFront(int lane, String shopName, String currency, LanePolicy policy, Means means) {
    /** How shoppers pay: screens speak of a card reader or of a code and a phone. */
    public enum Means {
        CARD,
        CODE
    }

    public ShopFront(int lane, String shopName, String currency, LanePolicy policy) {
        this(lane, shopName, currency, policy, Means.CARD);
    }

    public boolean isByCode() {
        return means == Means.CODE;
    }
}
