package org.samokasa.kiosk.ui.model;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.MachineBook;

/**
 * What never changes while the lane runs.
 *
 * @param means how shoppers pay here
 * @param staffDoor whether there is a PIN that opens the staff's pages
 * @param book the lane's machines, for staff
 * @param zone in which staff read times
 */
public record ShopFront(
        int lane,
        String shopName,
        String currency,
        LanePolicy policy,
        Means means,
        boolean staffDoor,
        MachineBook book,
        ZoneId zone) {
    /** How shoppers pay: screens speak of a card reader or of a code and a phone. */
    public enum Means {
        CARD,
        CODE
    }

    /** A lane without a page for staff, where shoppers pay by card. */
    public ShopFront(int lane, String shopName, String currency, LanePolicy policy) {
        this(lane, shopName, currency, policy, Means.CARD, false, MachineBook.EMPTY, ZoneOffset.UTC);
    }

    public boolean isByCode() {
        return means == Means.CODE;
    }
}
